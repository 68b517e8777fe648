//! Enumerations whose values are words of the contract (cli.md): one table gives parsing, printing and JSON.
//!
//! What must hold: a word outside an enumeration is `invalid_value` with the field, and the message lists the words.

/// Declares an enumeration: `words! { /// doc … Name "a kind of thing" { Variant "word", … } }`.
///
/// Gives `ALL`, `word()`, `parse(text, field)`, `Display`, `ValueEnum` for the command line, and `Serialize` and `JsonSchema` as
/// the word.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[$name] = &[$($name::$variant,)*];

            /// The word of the contract.
            pub const fn word(self) -> &'static str { match self { $($name::$variant => $word,)* } }

            /// The value that is written as `text`.
            ///
            /// # Errors
            /// [`Malformed`](crate::model::Malformed) naming `field` and the words there are.
            pub fn parse(text: &str, field: &'static str) -> Result<Self, $crate::model::Malformed> {
                Self::ALL.iter().copied().find(|value| value.word() == text).ok_or_else(|| {
                    let words: Vec<&str> = Self::ALL.iter().map(|value| value.word()).collect();
                    let bad = $crate::model::Malformed::new(field, format!("must be one of {}", words.join(", ")));
                    let hint = $crate::model::near::question(text, words);
                    hint.into_iter().fold(bad, $crate::model::Malformed::hinted)
                })
            }
        }

        impl clap::ValueEnum for $name {
            fn value_variants<'a>() -> &'a [Self] { Self::ALL }

            fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
                Some(clap::builder::PossibleValue::new(self.word()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.word()) }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let words: Vec<&str> = Self::ALL.iter().map(|value| value.word()).collect();
                schemars::json_schema!({ "type": "string", "enum": words })
            }
        }
    };
}
