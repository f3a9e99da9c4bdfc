/** A made-up log on which most rules move a number: ties, a second start, a late end, an order the wrong way round. */
export const sampleLog = `actor,event,time
ann,start,2026-01-05T09:00:00Z
ann,fill,2026-01-05T09:02:00Z
ann,confirm,2026-01-05T09:03:30Z
bo,start,2026-01-05T09:00:00Z
bo,fill,2026-01-05T09:00:00Z
bo,confirm,2026-01-05T09:01:00Z
chen,fill,2026-01-05T10:00:00Z
chen,start,2026-01-05T10:00:00Z
chen,confirm,2026-01-05T10:05:00Z
dora,start,2026-01-05T10:00:00Z
dora,start,2026-01-05T15:00:00Z
dora,fill,2026-01-05T15:04:00Z
dora,confirm,2026-01-05T15:06:00Z
eva,start,2026-01-05T11:00:00Z
eva,fill,2026-01-05T11:20:00Z
eva,confirm,2026-01-06T11:30:00Z
feng,start,2026-01-05T12:00:00Z
feng,fill,2026-01-05T12:10:00Z
gil,confirm,2026-01-05T13:00:00Z
gil,start,2026-01-05T13:01:00Z
gil,fill,2026-01-05T13:02:00Z
`;
