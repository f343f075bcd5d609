# Registry: two versions that would cost too much to compare; the screen does not wait for it.
recording tests/screens/data/endless.jsonl
size 80x24
at end
keys 6
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 04 May  03:12:04Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  6 Registry  7 Log
|ok  nothing waits for you. No dead letters. 1 edge well. 1 of 2 agents heard.
|── REGISTRY  1 contract  2 agents ──────────────────────────────────────────────
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
|>    maze            @2 2  @1 0    digger @2 > walker                0        -
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|     digger       -      0s     2/min   .90             0  -
|     walker       -      never  -       -               0  -
|── DRIFT  2 ────────────────────────────────────────────────────────────────────
|     maze/1.0.0: any string may be the whole artifact                        3s
|     maze/2.0.0: any string may be the whole artifact                        2s
|── maze  @2 against @1 ──────────────── [differences] who uses it history raw ──
| Too large to be compared here: seam contract diff.
|
|
|
|
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
