"""Events → claims: assertion, parties, days, casualties, speaker, and what earlier sentences left in memory."""
