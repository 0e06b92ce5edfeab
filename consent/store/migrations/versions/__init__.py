"""One file for each form of the store; never changed after a release."""
