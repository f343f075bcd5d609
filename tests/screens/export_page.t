# :export incident.md and .html: what a person reads of it, whatever is in it.
recording tests/screens/data/incident.jsonl
size 80x24
at end
keys 5
command export incident.md
wishes
|bell
|export incident.md to 
|# Incident `INC-2291`: invoices refused since the billing deploy
|
|| | |
||---|---|
|| mesh | prod-eu-1 |
|| as of | 2026-11-23 03:12:41 UTC |
|| began | 2026-11-23 03:03:39 |
|| last event | 2026-11-23 03:04:58 |
|| handoffs | 5 |
|
|## Handoffs
|
|| offered UTC | handoff | edge | artifact | confidence | became | why | summary |
||---|---|---|---|---|---|---|---|
|| 2026-11-23 03:03:39 | `h-9201` | fraud\>ledger | - | .90 | offered |  |  |
|| 2026-11-23 03:04:29 | `h-9a10` | billing\>ledger | invoice.draft\@4 | 1 fault | dead | contract-refused |  |
|| 2026-11-23 03:04:38 | `h-9a11` | billing\>ledger | invoice.draft\@4 | 1 fault | dead | contract-refused |  |
|| 2026-11-23 03:04:47 | `h-9a12` | billing\>ledger | invoice.draft\@4 | 1 fault | dead | contract-refused |  |
|| 2026-11-23 03:04:56 | `h-9a13` | billing\>ledger | invoice.draft\@4 | 1 fault | dead | contract-refused |  |
|
|## What happened
|
|| UTC | event | handoff | edge |
||---|---|---|---|
|| 2026-11-23 03:03:39 | offered | `h-9201` | fraud\>ledger |
|| 2026-11-23 03:04:29 | offered | `h-9a10` | billing\>ledger |
|| 2026-11-23 03:04:30 | refused | `h-9a10` | billing\>ledger |
|| 2026-11-23 03:04:31 | dead | `h-9a10` | billing\>ledger |
|| 2026-11-23 03:04:38 | offered | `h-9a11` | billing\>ledger |
|| 2026-11-23 03:04:39 | refused | `h-9a11` | billing\>ledger |
|| 2026-11-23 03:04:40 | dead | `h-9a11` | billing\>ledger |
|| 2026-11-23 03:04:47 | offered | `h-9a12` | billing\>ledger |
|| 2026-11-23 03:04:48 | refused | `h-9a12` | billing\>ledger |
|| 2026-11-23 03:04:49 | dead | `h-9a12` | billing\>ledger |
|| 2026-11-23 03:04:56 | offered | `h-9a13` | billing\>ledger |
|| 2026-11-23 03:04:57 | refused | `h-9a13` | billing\>ledger |
|| 2026-11-23 03:04:58 | dead | `h-9a13` | billing\>ledger |
|
keys 3
command export incident.md ~/tickets/
wishes
|export incident.md to ~/tickets/
|# Incident `INC-2290`: kyc confidence drop
|
|| | |
||---|---|
|| mesh | prod-eu-1 |
|| as of | 2026-11-23 03:12:41 UTC |
|| began | 2026-11-23 03:01:09 |
|| last event | 2026-11-23 03:03:35 |
|| handoffs | 9 |
|| on it | lee |
|| tag | kyc |
|| tag | model |
|
|## Notes
|
|| UTC | who | note |
||---|---|---|
|| 2026-11-23 03:05:11 | lee | kyc-v9 went live at 03:00:41, asked \#ml to go back to v8 |
|
|## Handoffs
|
|| offered UTC | handoff | edge | artifact | confidence | became | why | summary |
||---|---|---|---|---|---|---|---|
|| 2026-11-23 03:01:09 | `h-9102` | intake\>triage | - | .97 | completed by triage |  |  |
|| 2026-11-23 03:01:10 | `h-9105` | triage\>support | - | .90 | completed by support |  |  |
|| 2026-11-23 03:01:10 | `h-9104` | triage\>kyc | - | .93 | completed by kyc |  |  |
|| 2026-11-23 03:01:13 | `h-9109` | support\>notify | - | .88 | completed by notify |  |  |
|| 2026-11-23 03:01:19 | `h-9107` | kyc\>fraud | kyc.verdict\@2 | .41 \<.75 | approved by lee, accepted by fraud |  | kyc.verdict of 1240 |
|| 2026-11-23 03:01:37 | `h-9111` | triage\>kyc | - | .92 | completed by kyc |  |  |
|| 2026-11-23 03:01:47 | `h-9114` | kyc\>fraud | kyc.verdict\@2 | .44 \<.75 | approved by lee |  | kyc.verdict of 1240 |
|| 2026-11-23 03:03:21 | `h-91c2` | fraud\>refund | refund.decision\@3 | .41 \<.70 | held |  | refund.decision of 1240 |
|| 2026-11-23 03:03:35 | `h-91c7` | fraud\>refund | refund.decision\@3 | .44 \<.70 | held |  | refund.decision of 1240 |
|
|## Decisions
|
|| UTC | who | what | handoff | note |
||---|---|---|---|---|
|| 2026-11-23 03:03:08 | lee | approved | `h-9107` | known drift, letting it through |
|| 2026-11-23 03:03:14 | lee | approved | `h-9114` |  |
|
|## What happened
|
|| UTC | event | handoff | edge |
||---|---|---|---|
|| 2026-11-23 03:01:09 | offered | `h-9102` | intake\>triage |
|| 2026-11-23 03:01:09 | accepted | `h-9102` | intake\>triage |
|| 2026-11-23 03:01:09 | completed | `h-9102` | intake\>triage |
|| 2026-11-23 03:01:10 | offered | `h-9105` | triage\>support |
|| 2026-11-23 03:01:10 | offered | `h-9104` | triage\>kyc |
|| 2026-11-23 03:01:10 | accepted | `h-9105` | triage\>support |
|| 2026-11-23 03:01:10 | completed | `h-9105` | triage\>support |
|| 2026-11-23 03:01:12 | accepted | `h-9104` | triage\>kyc |
|| 2026-11-23 03:01:13 | offered | `h-9109` | support\>notify |
|| 2026-11-23 03:01:15 | accepted | `h-9109` | support\>notify |
|| 2026-11-23 03:01:18 | completed | `h-9104` | triage\>kyc |
|| 2026-11-23 03:01:19 | completed | `h-9109` | support\>notify |
|| 2026-11-23 03:01:19 | offered | `h-9107` | kyc\>fraud |
|| 2026-11-23 03:01:19 | held | `h-9107` | kyc\>fraud |
|| 2026-11-23 03:01:37 | offered | `h-9111` | triage\>kyc |
|| 2026-11-23 03:01:42 | accepted | `h-9111` | triage\>kyc |
|| 2026-11-23 03:01:46 | completed | `h-9111` | triage\>kyc |
|| 2026-11-23 03:01:47 | offered | `h-9114` | kyc\>fraud |
|| 2026-11-23 03:01:47 | held | `h-9114` | kyc\>fraud |
|| 2026-11-23 03:03:08 | approved | `h-9107` | kyc\>fraud |
|| 2026-11-23 03:03:09 | accepted | `h-9107` | kyc\>fraud |
|| 2026-11-23 03:03:09 | applied | `h-9107` | kyc\>fraud |
|| 2026-11-23 03:03:14 | approved | `h-9114` | kyc\>fraud |
|| 2026-11-23 03:03:21 | offered | `h-91c2` | fraud\>refund |
|| 2026-11-23 03:03:21 | held | `h-91c2` | fraud\>refund |
|| 2026-11-23 03:03:35 | offered | `h-91c7` | fraud\>refund |
|| 2026-11-23 03:03:35 | held | `h-91c7` | fraud\>refund |
|
keys 2
command export incident.md
wishes
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 2!!  4 Dead 4!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  9 agents  10 edges ────────────────────────── pinned 03:12  rates 1m ──
|                                               ╭┄b┄►!refund
|                                               ┆
|                           kyc     !fraud ┄┄┄┄┄╯     notify        support^1
|
| intake      triage                !billing━━━━━━a━►!ledger
|
|── TROUBLE  2 edges, worst first ───── counts 10m, rates 1m   healthy edges 8 ──
|>!! a billing>ledger     BROKEN  4 of 4 refused       0/min    conf .90      8m
| !  b fraud>refund       LOW     2 of 2 below .70     0/min    2 wait
|── a  billing>ledger ───────────────────────────────────────────────────────────
| WHY       contract-refused
| SINCE     first refusal 03:04:30   last offer 03:04:56
| FIRST     h-9a10 03:04:31
| CAUSE?    1s after the first invoice.draft/4.0.0 came here (03:04:29)
| NOW       4 dead  0 waiting
| PACE      0/min (1m)  conf .90
| PASSED    4 offered, 0 completed
| ►ok ━►refused ┄►low conf !in trouble ?not heard  ^n back (support>notify)
| nothing written: no incident is under the cursor
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
