"""Dated reports in, claims out; claims in, control out; control in, map out."""
