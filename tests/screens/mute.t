# Muted, what ships by itself rings no bell; it is counted, and line 3 says it, all the same.
recording tests/screens/data/night.jsonl
size 80x24
at 03:12:05
event hub:prod-eu-1 mute.set {"what":"agent","name":"refund","until":"2026-11-23T03:40:00Z","operator":"lee"}
keys 1
wishes
at end
wait 20s
wishes
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 1      Mon 23 Nov  03:13:00Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+5 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|> !! 0:21 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:35 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:50 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:42 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:20 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:45 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:10 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             2/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         3/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|── INCIDENTS  2 ────────────────────────────────────────────── open, age, who ──
|  !! INC-2291  dead                                  38 open   8m  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▅▂▂▃▃▄▂▂▃▃▄▂▃▃▃▄▃▃▃▃▅▃████▁  46/min
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
# It ends by itself, and the next one rings.
event hub:prod-eu-1 mute.set {"what":"agent","name":"refund","until":"2026-11-23T03:13:05Z","operator":"lee"}
wait 10s
wishes
|bell
