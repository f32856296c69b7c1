"""Timetables of buses, trains and ferries: read, searched, and told as ways there and back."""
