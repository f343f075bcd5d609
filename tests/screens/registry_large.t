# Registry: two versions that would cost too much to compare; the screen does not wait for it.
recording tests/screens/data/endless.jsonl
size 80x24
at end
keys 6
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 04 May  03:12:04Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry !  7 Log
|ok  nothing waits for you. No dead letters. 1 edge well. 1 of 2 agents heard.
|── REGISTRY  2 contracts in force  2 agents ──────────────────── broken now 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!   maze            @2 2  @1 0    digger > walker           2       0 03:12:03
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|     digger       -      0s     2/min   .90             0  -
|     walker       -      never  -       -               0  -
|── DRIFT 0  and 2 that are no news ─────────────────────────────────────────────
|     maze/1.0.0: any string may be the whole artifact                        3s
|     maze/2.0.0: any string may be the whole artifact                        2s
|── maze ─────────────────── [what breaks] differences who uses it history raw ──
| broken 2 of 2 offers, since 03:12:03, the last 0s ago
|      2  no usable fallback  @2 digger > walker  03:12:03 to 03:12:04  ho-1
|
|
|
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
