//! What somebody meant who mistyped a name: the nearest of those there are.

/// How far a name is from what was typed, where it is near enough to be meant: a word of it missing, or one mistake in
/// every four letters.
pub fn distance(wanted: &str, name: &str) -> Option<usize> {
    let length = wanted.chars().count();
    let mistakes = mistakes(wanted, name);
    let is_part = length > 2 && name.contains(wanted);
    (is_part || mistakes * 4 <= length).then_some(mistakes)
}

/// Letters to add, drop or change (Levenshtein).
pub fn mistakes(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (to, d) in other.iter().enumerate() {
            let changed = diagonal + usize::from(c != *d);
            diagonal = row[to + 1];
            row[to + 1] = changed.min(diagonal + 1).min(row[to] + 1);
        }
    }
    row[other.len()]
}

/// The name that is nearest to what was typed, where one is near enough to be meant. Case does not count.
pub fn nearest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = typed.to_lowercase();
    let near = |name: &'n str| distance(&wanted, &name.to_lowercase()).map(|far| (far, name));
    names.into_iter().filter_map(near).min_by_key(|(far, _)| *far).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_found_and_a_strange_word_has_none() {
        let names = ["access list", "access leave", "audit list"];
        assert_eq!(nearest("acces list", names), Some("access list"));
        assert_eq!(nearest("AUDIT LIST", names), Some("audit list"));
        assert_eq!(nearest("list", names), Some("audit list"), "a part of a name");
        assert_eq!(nearest("weather", names), None);
        assert_eq!(nearest("", names), None);
    }
}
