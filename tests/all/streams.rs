//! stdout and stderr.
