-- What workspaces have sent and some process has taken on, by digests from which nothing can be read. It is settled when
-- nobody need do it again whatever becomes of that process; one that was killed before has a few seconds.
create table claim (
    key text primary key,
    at timestamptz not null default now(),
    settled boolean not null default false
);
create index claim_at on claim (at);
