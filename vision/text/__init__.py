"""Writing in a photo: where it is, what it says, and whom it may name."""
