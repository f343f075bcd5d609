# The cursor of a recording beside a sign: the sign stays to be seen.
recording tests/screens/data/night.jsonl
size 60x20
replay 1
at 03:00:12
screen
| seam night.jsonl  [REPLAY paused]  lost 0  03:00:06Z  mira
|1Now 2Flow ! 3Review 4Dead 3! 5Incidents 6Registry 7Log
|at 03:00:06: !! reviewer>deploy broken for 2s  (+2)
|── WAITING FOR YOU  0 ──────────────────── if nobody acts ──
|     nothing
|── EDGES IN TROUBLE  2 ───────────────────────── rates 1m ──
|> !! reviewer>deploy  BROKEN  deadline-passed     3/min  2s
|  !! support>notify   BROKEN  no-consumer         2/min  0s
|── DEAD LETTERS  3 ─────────────────────────── new in 10m ──
|  !  deadline-passed     2  reviewer>deploy          +2  2s
|  !  no-consumer         1  support>notify           +1  0s
|
|
|
|
|
|── REPLAY  x1 paused ──────────────────── event 61 of 935 ──
| events/s █▂▂▂▃▁▂▂▄▂▂▂▃▂▃▂▂▄▂▃▃▃▂▂▂▄▂▃▃▂▃▂▂▂▄▂▆▅██▅▇▆ 4.8
| 03:00    !─]────────!─────────────────────────────── 03:12
| Space play  ,. step  <> 10s  () trouble  {} speed  ? help
