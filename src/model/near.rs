//! What somebody meant who mistyped a name, a number or an address: the nearest of those there are.
use strsim::osa_distance;

/// So many mistakes in the length of an address are looked at, at most.
pub const SLACK: i64 = 3;

/// More than so many are no help.
const OFFERED: usize = 3;

/// How far a name is from what was typed, where it is near enough to be meant: a word of it missing, or one mistake in
/// every four letters, or in three.
pub fn distance(wanted: &str, name: &str) -> Option<usize> {
    let length = wanted.chars().count();
    let mistakes = osa_distance(wanted, name);
    let is_part = length > 2 && name.contains(wanted);
    (is_part || (length > 2 && mistakes * 4 <= length.max(4))).then_some(mistakes)
}

/// The numbers that are one mistake away; none where there are many such.
pub fn numbers(typed: &str, all: &[String]) -> Vec<String> {
    few(all.iter().filter(|number| osa_distance(typed, number) == 1))
}

/// The addresses in which each side of the `@` is as it was typed but for a slip: one mistake, in eight letters two. None
/// where what was typed is there, or many are like it.
pub fn addresses(typed: &str, all: &[String]) -> Vec<String> {
    if all.iter().any(|address| address == typed) {
        return Vec::new();
    }
    let slip = |typed: &str, meant: &str| osa_distance(typed, meant) <= (typed.chars().count() / 4).clamp(1, 2);
    few(all.iter().filter(|address| match (typed.split_once('@'), address.split_once('@')) {
        (Some((name, domain)), Some((its_name, its_domain))) => slip(name, its_name) && slip(domain, its_domain),
        _ => false,
    }))
}

fn few<'n>(found: impl Iterator<Item = &'n String>) -> Vec<String> {
    let found: Vec<String> = found.take(OFFERED + 1).cloned().collect();
    if found.len() > OFFERED { Vec::new() } else { found }
}

/// What is asked of somebody who typed a word that is none of these.
pub fn question<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    nearest(typed, names).map(|name| format!("did you mean {name}?"))
}

/// The name that is nearest to what was typed, where one is near enough to be meant. Case does not count.
pub fn nearest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = typed.to_lowercase();
    let near = |name: &'n str| distance(&wanted, &name.to_lowercase()).map(|far| (far, name));
    names.into_iter().filter_map(near).min_by_key(|(far, _)| *far).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::{addresses, nearest, numbers};

    #[test]
    fn the_nearest_name_is_found_and_a_strange_word_has_none() {
        let names = ["access list", "access leave", "audit list"];
        assert_eq!(nearest("acces list", names), Some("access list"));
        assert_eq!(nearest("AUDIT LIST", names), Some("audit list"));
        assert_eq!(nearest("list", names), Some("audit list"), "a part of a name");
        assert_eq!(nearest("weather", names), None);
        assert_eq!(nearest("", names), None);
    }

    #[test]
    fn numbers_one_mistake_away_are_offered_unless_they_are_many() {
        let all = ["7000017", "7000025", "0700017"].map(str::to_owned);
        assert_eq!(numbers("7000071", &all), ["7000017"]);
        assert_eq!(numbers("700017", &all), ["7000017", "0700017"]);
        assert_eq!(numbers("7000033", &all), [""; 0]);
        let many: Vec<String> = (0..9).map(|last| format!("700000{last}")).collect();
        assert_eq!(numbers("7000009", &many), [""; 0]);
    }

    #[test]
    fn addresses_are_compared_on_both_sides() {
        let all = ["ann@example.com", "bob@example.com", "christine@example.com", "ann@other.org"].map(str::to_owned);
        assert_eq!(addresses("an@example.com", &all), ["ann@example.com"]);
        assert_eq!(addresses("ann@exmaple.com", &all), ["ann@example.com"]);
        assert_eq!(addresses("chirstin@example.com", &all), ["christine@example.com"]);
        for typed in ["amy@example.com", "cy@example.com", "ann@example.com", "ann@elsewhere.com"] {
            assert_eq!(addresses(typed, &all), [""; 0], "{typed}");
        }
    }
}
