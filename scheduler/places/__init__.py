"""The places a group could meet in: their kinds, opening hours and holidays."""
