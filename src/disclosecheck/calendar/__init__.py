"""Working days of the mainland, from the yearly notices of the State Council."""
