//! A letter as somebody else's mail reader shows it.
use crate::printed;
use mail_parser::MessageParser;

/// One letter, as somebody else's mail reader shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// The header `X-Pao-Notice`.
    pub kind: String,
    pub to: String,
    /// The header `X-Pao-Site`.
    pub site: Option<String>,
    pub subject: String,
    pub body: String,
}

impl Letter {
    /// Reads a message as it lies in a mailbox; the commands in it are looked through.
    #[track_caller]
    pub fn read(bytes: &[u8]) -> Self {
        let message = MessageParser::default().parse(bytes).expect("a message");
        let header = |name: &str| message.header(name).and_then(|value| value.as_text()).map(str::to_owned);
        let to = message.to().and_then(|to| to.first()).and_then(|to| to.address()).expect("an addressee");
        let body = message.body_text(0).expect("a text").into_owned();
        printed::look_through(&body);
        Self {
            kind: header("X-Pao-Notice").expect("a kind"),
            to: to.to_owned(),
            site: header("X-Pao-Site"),
            subject: message.subject().expect("a subject").to_owned(),
            body,
        }
    }

    /// The value of its secret line.
    #[track_caller]
    pub fn secret(&self) -> String {
        let labels =
            ["Temporary passcode: ", "Verification code: ", "Recovery code: ", "Refusal code: ", "Reversal code: "];
        let mut lines = self.body.lines().filter_map(|line| labels.iter().find_map(|label| line.strip_prefix(label)));
        let value = lines.next().unwrap_or_else(|| panic!("no secret in {}", self.body));
        value.trim().to_owned()
    }
}
