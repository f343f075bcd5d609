# A deadline has passed while the hub is lost: whether it shipped is not known, and is said so where there is room.
recording tests/screens/data/night.jsonl
at end
size 120x36
keys 3
link lost 72s tries 9 retry 5s missed 14 error connection refused
now 72s
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0  14/14 agents?                   Mon 23 Nov  03:13:52Z  mira
| 1 Now ?   2 Flow ?   3 Review 7?   4 Dead 41?   5 Incidents 2?   6 Registry ?   7 Log
|!! NO CONNECTION since 03:12:40    !! 2 SHIPPED UNREVIEWED?    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting as of 03:12:40 ─────────────────────────────────────────────────────────────────────── OLD 1m12s ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS   AGE   WILL DO
|> !! PAST h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPPED? unknown 10m   refund EUR 1240 to card ~
|  !! PAST h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPPED? unknown 10m   refund EUR 310 to card ~
|  !  1:58 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops            8m    customer c-5512: pass
|  !  4:50 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead   5m    deploy payments to eu-1
|    10:28 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89     4m    refund EUR 89 to card ...1881, ~
|    10:53 h-916e   reply.draft@1      support>notify   .55 <.60  stops            4m    answer to c-1007
|    13:18 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45     1m    refund EUR 45 to card ...7712, ~
|
|
|
|
|
|
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ───────────────────────── [summary] payload evidence history contract diff ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22: passed, unknown
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────────────────────────────────────────────── nothing ──
|
|
|────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   connection refused
| The deadlines keep running without you.
|
| C-r retry  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  e edit  ? help
size 100x30
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0              Mon 23 Nov  03:13:52Z  mira
| 1 Now ?   2 Flow ?   3 Review 7?   4 Dead 41?   5 Incidents 2?   6 Registry ?   7 Log
|!! NO CONNECTION since 03:12:40    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── REVIEW  7 waiting as of 03:12:40 ─────────────────────────────────────────────────── OLD 1m12s ──
|    DUE   HANDOFF  ARTIFACT       FROM>TO          CONF      IF NOBODY ACTS   AGE   WILL DO
|> !! PAST h-91c2   refund.decis~  fraud>refund     .41 <.70  SHIPPED? unknown 10m   refund EUR ~
|  !! PAST h-91c7   refund.decis~  fraud>refund     .44 <.70  SHIPPED? unknown 10m   refund EUR 310 ~
|  !  1:58 h-91aa   kyc.verdict@2  kyc>fraud        1 fault   stops            8m    customer ~
|  !  4:50 h-9184   deploy.plan@5  reviewer>deploy  .62 <.80  to oncall-lead   5m    deploy ~
|    10:28 h-9170   refund.decis~  fraud>refund     .66 <.70  SHIPS EUR 89     4m    refund EUR 89 ~
|    10:53 h-916e   reply.draft@1  support>notify   .55 <.60  stops            4m    answer to c-1007
|    13:18 h-9169   refund.decis~  fraud>refund     .69 <.70  SHIPS EUR 45     1m    refund EUR 45 ~
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ─────── [summary] payload evidence history contract .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22: passed, unknown
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────────────────────────── nothing ──
|
|
|────────────────────────────────────────────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   connection refused
| The deadlines keep running without you.
|
| C-r retry  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  e edit  ? help
size 80x24
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0      03:13:52Z  mira
|1Now ? 2Flow ? 3Review 7? 4Dead 41? 5Incidents 2? 6Registry ? 7Log
|!! NO CONNECTION since 03:12:40    !! 2 SHIPPED UNREVIEWED?  (+4 more)
|── REVIEW  7 waiting as of 03:12:40 ─────────────────────────────── OLD 1m12s ──
|    DUE   HANDOFF  ARTIFACT          FROM>TO          CONF      IF NOBODY ACTS
|> !! PAST h-91c2   refund.decision~  fraud>refund     .41 <.70  SHIPPED? unknown
|  !! PAST h-91c7   refund.decision~  fraud>refund     .44 <.70  SHIPPED? unknown
|  !  1:58 h-91aa   kyc.verdict@2     kyc>fraud        1 fault   stops
|  !  4:50 h-9184   deploy.plan@5     reviewer>deploy  .62 <.80  to oncall-lead
|    10:28 h-9170   refund.decision~  fraud>refund     .66 <.70  SHIPS EUR 89
|    10:53 h-916e   reply.draft@1     support>notify   .55 <.60  stops
|    13:18 h-9169   refund.decision~  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22: passed, unknown
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|────────────────────────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   connection refused
| The deadlines keep running without you.
|
| C-r retry  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  ? help
size 60x20
screen
| seam prod-eu-1  [LOST 1m12s]  lost 0             03:13:52Z
|1Now ? 2Flo ? 3Rev 7? 4Dea 41? 5Inc 2? 6Reg ? 7Log
|!! NO CONNECTION since 03:12:40  (+5 more)
|── REVIEW  7 waiting as of 03:12:40 ─────────── OLD 1m12s ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00
|> !! PAST h-91c2  fraud>refund    .41 <.70 SHIPPED? unknown
|  !! PAST h-91c7  fraud>refund    .44 <.70 SHIPPED? unknown
|  !  1:58 h-91aa  kyc>fraud       1 fault  stops
|  !  4:50 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|    10:28 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
|    10:53 h-916e  support>notify  .55 <.60 stops
|    13:18 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45
|
|── h-91c2  refund.decision@3  fraud>refund ─ [summary] .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
|────────────────────────────────────────────────────────────
| retry 9, next in 5s (C-r now)   14 heartbeats missed   con~
| The deadlines keep running without you.
| C-r retry  Space mark  Enter open  ] tab  / filter  ? help
