"""Real servers on this computer's own loopback, started and ended by the tests."""
