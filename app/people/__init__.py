"""The roll from a school's records system: read, compared with the register, and taken over."""
