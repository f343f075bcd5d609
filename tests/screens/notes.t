# What humans wrote, where it is read: Review, Dead, the log; at four sizes.
recording tests/screens/data/incident.jsonl
size 80x24
at end
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  2 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund  .44 <.70  SHIPS EUR 1240
|
|
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund.decision of 1240
| AT 0:00   SHIPS without review, at 03:13:21
| NOTE      [vip] 03:05:29 mira: customer is known to support
| FROM      intake .97 > triage .93 > kyc .41 (approved by lee) > fraud .41 > re~
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys 4
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  4 ────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!      4  +4        > contract-refused      billing>ledger                8m
|
|
|
|
|
|
|
|
|── billing>ledger   4 letters ──────────────────────────────────────────────────
| WHY       contract-refused; nothing more was said
| SINCE     03:04:30, 1s after the first invoice.draft/4.0.0 came here
|           (03:04:29), the newest 03:04:57
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 0 of 4: no fallback (4)
| NOTE      [known] 03:05:31 mira: put back when ledger takes @4
| INCIDENT  INC-2291  invoices refused since the billing deploy
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys m
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  4 ────────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!      4  +4        > contract-refused      billing>ledger                8m
|
|
|
|
|
|
|
|
|── billing>ledger   4 letters ──────────────────────────────────────────────────
| WHY       contract-refused; nothing more was said
| SINCE     03:04:30, 1s after the first invoice.draft/4.0.0 came here
|           (03:04:29), the newest 03:04:57
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 0 of 4: no fallback (4)
| NOTE      [known] 03:05:31 mira: put back when ledger takes @4
| INCIDENT  INC-2291  invoices refused since the billing deploy
| note of group billing>ledger contract-refused
|:note
keys Esc 7 / n o t e d Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── LOG ────────────────────────────────── 61 hidden, filter: noted  following ──
|    03:02:09.000  noted                            incident INC-2290, title: ky~
|    03:05:09.000  noted                            incident INC-2290, owner: lee
|    03:05:11.000  noted                            incident INC-2290: kyc-v9 we~
|    03:05:19.000  noted                            incident INC-2291, title: in~
|    03:05:29.000  noted      fraud>refund  h-91c2  handoff h-91c2: customer is ~
|>   03:05:31.000  noted                            group billing>ledger contrac~
|
|
|
|
|
|
|
|── noted   event 66 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"h-66","source":"hub:prod-eu-1","type":"seam.review.
| noted","time":"2026-11-23T03:05:31.000000Z","data":{"what":"group","name":"bil
| ling>ledger contract-refused","operator":"mira","note":"put back when ledger t
| akes @4","tags":["known"]},"recordedtime":"2026-11-23T03:05:31.000000Z","hubs~
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
size 120x36
keys Esc 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:41Z  mira
| 1 Now   2 Flow !   3 Review 2!!   4 Dead 4!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  4 dead letters, +4 in 10m  (+2 more)
|── REVIEW  2 waiting ──────────────────────────────────────────────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS   AGE   WILL DO
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240   9m    refund.decision of 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund  .44 <.70  SHIPS EUR 1240   9m    refund.decision of 1240
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
| WHY HERE  confidence .41, the contract asks .70           │ {
| WILL DO   refund.decision of 1240                         │   "confidence": 0.41,      < .70 asked
| AT 0:00   SHIPS without review, at 03:13:21               │   "fallback": {
| NOTE      [vip] 03:05:29 mira: customer is known to       │     "action": "proceed",
|           support                                         │     "after_seconds": 600
| FROM      intake .97 > triage .93 > kyc .41 (approved by  │   },
|           lee) > fraud .41 > refund                       │   "amount": 1240
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits│ }
| SCOPE     refund.decision                                 │
| LIKE THIS 2 offered, all in the last hour                 │
| VALUE     EUR 1240                                        │
| INCIDENT  INC-2290  kyc confidence drop, lee is on it     │
|                                                           │
|                                                           │
|── sent in the last 5 min ─────────────────────────────────────────────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  ? help
size 60x20
keys
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:41Z
|1Now 2Flo! 3Rev 2!! 4Dea 4! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── REVIEW  2 waiting ──────────────────────── by deadline ──
|    DUE   HANDOFF FROM>TO      CONF     AT 0:00
|> !! 0:40 h-91c2  fraud>refund .41 <.70 SHIPS EUR 1240
|  !! 0:54 h-91c7  fraud>refund .44 <.70 SHIPS EUR 1240
|
|
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ─ [summary] .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund.decision of 1240
| AT 0:00   SHIPS without review, at 03:13:21
| NOTE      [vip] 03:05:29 mira: customer is known to support
| FROM      intake .97 > triage .93 > kyc .41 (approved by l~
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits
| A approve  R reject  E escalate  H hold  Space mark  ? help
size 40x14
keys Enter
screen
| seam [LIVE 0.4s]  lost 0     03:12:41Z
|1N 2F! 3R 2!! 4D 4! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── h-91c2  refund.decision@3 ───────────
| WHY HERE  confidence .41, the contract
|           asks .70
| WILL DO   refund.decision of 1240
| AT 0:00   SHIPS without review, at
|           03:13:21
| NOTE      [vip] 03:05:29 mira: customer
|           is known to support
| FROM      intake .97 > triage .93 > kyc
|           .41 (approved by lee) > fraud
| A approve  R reject  E escalate  ? help
keys b
screen
| seam [LIVE 0.4s]  lost 0     03:12:41Z
|1N 2F! 3R 2!! 4D 4! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── RADIUS of h-91c2 ─────── 0 used it ──
| 0 took it, 0 of them done   0 not take~
| 0 decided  0 SHIPPED  0 ended   0 edge~
|>!  h-91c2       fraud>refund     it: h~
|
|
|
|
|
|
| H hold  f trouble only  ? help
keys Esc
screen
| seam [LIVE 0.4s]  lost 0     03:12:41Z
|1N 2F! 3R 2!! 4D 4! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── h-91c2  refund.decision@3 ───────────
| WHY HERE  confidence .41, the contract
|           asks .70
| WILL DO   refund.decision of 1240
| AT 0:00   SHIPS without review, at
|           03:13:21
| NOTE      [vip] 03:05:29 mira: customer
|           is known to support
| FROM      intake .97 > triage .93 > kyc
|           .41 (approved by lee) > fraud
| A approve  R reject  E escalate  ? help
size 120x36
keys Esc 4 s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  9/9 agents                                  Mon 23 Nov  03:12:41Z  mira
| 1 Now   2 Flow !   3 Review 2!!   4 Dead 4!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  4 dead letters, +4 in 10m  (+2 more)
|── DEAD LETTERS  4 ─────────────────────────────────────────────────────────────────────────────────────── by version ──
|      COUNT  IN 10m    VERSION / EDGE                                            OLDEST  NEWEST  REQUEUE?         VALUE
|> !!      4  +4        > invoice.draft@4.0.0       billing>ledger                    8m      7m        no
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
|── invoice.draft@4.0.0   4 letters ─────────────────────────────────────────────────────────────────────────────────────
| WHY       contract-refused billing>ledger (4)
| SINCE     03:04:30, the newest 03:04:57
| REQUEUE   fits 0 of 4: no fallback (4)
| NOTE      contract-refused billing>ledger: [known] 03:05:31 mira: put back when ledger takes @4
|
|
|
|
|
|
| groups: by version of the contract
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
