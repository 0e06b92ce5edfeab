"""How long work is done: in steps that can be stopped, and untrusted photos in a process of their own."""
