"""Small invented feeds, written as a publisher would, for tests to change one thing in."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

GLEN_FEED: Mapping[str, str] = MappingProxyType(
    {
        "stops.txt": """stop_id,stop_name,stop_lat,stop_lon,wheelchair_boarding
G,Glen Post Office,56.6000,-4.0000,1
X,Crossroads,56.6500,-3.9000,1
T,Town Square,56.7000,-3.8000,1
P,Pier,56.6000,-4.1000,1
I,Isle Slip,56.6000,-4.1400,1
""",
        "routes.txt": """route_id,route_short_name,route_type
r1,252,3
r2,30,3
f,Isle ferry,4
d,Dial-a-bus,715
""",
        "trips.txt": """trip_id,route_id,service_id,wheelchair_accessible
out1,r1,week,1
out2,r1,week,0
back1,r1,week,1
night,r1,week,1
x-t,r2,week,1
t-x,r2,week,1
sail,f,week,1
school,r1,school,1
dial,d,week,2
""",
        "stop_times.txt": """\
trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type
out1,08:00:00,08:00:00,G,1,0,1
out1,08:30:00,08:31:00,X,2,0,0
out1,09:00:00,09:00:00,T,3,1,0
out2,09:00:00,09:00:00,G,1,0,1
out2,09:20:00,09:20:00,X,2,0,0
back1,13:00:00,13:00:00,T,1,0,1
back1,13:30:00,13:30:00,X,2,0,0
back1,14:00:00,14:00:00,G,3,1,0
night,23:40:00,23:40:00,T,1,0,1
night,,,X,2,0,0
night,24:40:00,24:40:00,G,3,1,0
x-t,09:25:00,09:25:00,X,1,0,0
x-t,09:50:00,09:50:00,T,2,0,0
t-x,12:30:00,12:30:00,T,1,0,0
t-x,12:55:00,12:55:00,X,2,0,0
sail,10:00:00,10:00:00,P,1,0,0
sail,10:20:00,10:20:00,I,2,0,0
school,07:30:00,07:30:00,G,1,0,0
school,08:10:00,08:10:00,T,2,0,0
dial,11:00:00,11:00:00,G,1,2,2
dial,11:30:00,11:30:00,T,2,2,2
""",
        "calendar.txt": """\
service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
week,1,1,1,1,1,0,0,20270301,20270630
school,1,1,1,1,1,0,0,20270301,20270401
""",
        "calendar_dates.txt": """service_id,date,exception_type
week,20270503,2
school,20270315,2
school,20270320,1
""",
        "transfers.txt": """from_stop_id,to_stop_id,transfer_type,min_transfer_time
X,X,2,120
G,P,3,
""",
        "feed_info.txt": """feed_publisher_name,feed_version,feed_start_date,feed_end_date
Glen Buses,spring,20270301,20270630
""",
    }
)
"""Buses between a glen and a town, a ferry, a school bus and one to be booked; all invented.

It holds from Monday 1 March to Wednesday 30 June 2027. There is a holiday on Monday 3 May; the
school bus does not run on Monday 15 March, and does on Saturday 20 March.
"""


def write_feed(folder: Path, **changed: str | None) -> Path:
    """Write the feed into a folder, tables given by name in place of its own; None leaves out."""
    folder.mkdir(exist_ok=True)
    texts = dict(GLEN_FEED) | {f"{name}.txt": text for name, text in changed.items()}
    for name, text in texts.items():
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def altered(name: str, old: str, new: str) -> dict[str, str]:
    """Return one table with something else written in it."""
    text = GLEN_FEED[f"{name}.txt"]
    assert old in text
    return {name: text.replace(old, new, 1)}
