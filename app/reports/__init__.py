"""Reports: what the log and the register of posts say today, as values; asking for one is itself logged."""
