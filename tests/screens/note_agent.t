# In the log m is of the handoff of an event, else of the agent that it is of.
recording tests/screens/data/night.jsonl
size 80x24
at 03:12:41
keys 7 G m
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       triage
|    03:12:40.900  beat       kyc
|    03:12:40.900  beat       billing
|    03:12:40.900  beat       support
|    03:12:40.900  beat       planner
|    03:12:40.900  beat       fraud
|    03:12:40.900  beat       refund
|    03:12:40.900  beat       ledger
|    03:12:40.900  beat       notify
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|>   03:12:40.900  beat       audit
|── beat   event 935 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequen
| ce":"00000000000000000036","type":"seam.agent.heartbeat","time":"2026-11-23T03
| :12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.9
| 00000Z","hubsequence":"00000000000000000935"}
| note of agent audit
|:note
keys s i c k Enter
wishes
|bell
|history
|ask "op":"annotate","what":"agent","name":"audit","operator":"mira","note":"sick"
