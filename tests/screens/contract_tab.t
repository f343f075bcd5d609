# The contract of a handoff: what it asks, what this one breaks, its versions on the edge.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 3 j j Enter [ [
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-91aa  kyc.verdict@2  kyc>fraud ────────────── .. history [contract] diff ──
| IS        kyc.verdict/2.0.0, loaded 03:00:00
| BETWEEN   kyc > fraud
| FAULTS    no confidence
| ASKS      confidence of .75 or more, else a human looks
| CONF      at /confidence
| BROKEN    what breaks its schema is told; 3 attempts at most
| VERSIONS  none named: 26 offers, the last 03:10:28
|           kyc.verdict/2.0.0: 16 offers, the last 03:12:27, 1 broken
|
|
|
|
|
|
|
|
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── h-91aa  kyc.verdict@2  kyc>fraud ──────────────────────────────── summary payload evidence history [contract] diff ──
| IS        kyc.verdict/2.0.0, loaded 03:00:00
| BETWEEN   kyc > fraud
| FAULTS    no confidence
| ASKS      confidence of .75 or more, else a human looks
| CONF      at /confidence
| BROKEN    what breaks its schema is told; 3 attempts at most
| VERSIONS  none named: 26 offers, the last 03:10:28
|           kyc.verdict/2.0.0: 16 offers, the last 03:12:27, 1 broken
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  c copy  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── h-91aa  kyc.verdict@2  kyc>fraud ──── .. [contract] .. ──
| IS        kyc.verdict/2.0.0, loaded 03:00:00
| BETWEEN   kyc > fraud
| FAULTS    no confidence
| ASKS      confidence of .75 or more, else a human looks
| CONF      at /confidence
| BROKEN    what breaks its schema is told; 3 attempts at
| most
| VERSIONS  none named: 26 offers, the last 03:10:28
|           kyc.verdict/2.0.0: 16 offers, the last 03:12:27,
|           1 broken
|
|
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── h-91aa  kyc.verdict@2  kyc>fraud ────
| IS        kyc.verdict/2.0.0, loaded
| 03:00:00
| BETWEEN   kyc > fraud
| FAULTS    no confidence
| ASKS      confidence of .75 or more,
| else a human looks
| CONF      at /confidence
| BROKEN    what breaks its schema is
| told; 3 attempts at most
| A approve  R reject  E escalate  ? help
