"""Who fights: sides of the conflict profile, groups of several wars, and other names for armed people."""
