-- A store's row is its lock and its counters: a commit changes it where the version is the one that was planned with.
-- `epoch` grows where all was replaced, so that nobody goes on from what they hold.
create table store (
    name text primary key,
    version bigint not null default 0,
    seq bigint not null default 0,
    epoch bigint not null default 0,
    token uuid
);
insert into store (name) values ('kept'), ('questions');

-- Without a body a document is gone; the row stays for a day, so that other processes see it go. Keys and bodies are as
-- JSON writes them, which can hold characters that the database's texts cannot. `place` gives the order of first puts.
create table document (
    store text not null references store,
    collection text not null,
    key text not null,
    place bigint not null,
    version bigint not null,
    schema int not null,
    body json,
    gone_at timestamptz,
    primary key (store, collection, key)
);
create index document_version on document (store, version);
create index document_gone on document (gone_at) where body is null;

-- The lines of history are those of the files, checksums and all.
create table history (
    store text not null references store,
    seq bigint not null,
    line text not null,
    primary key (store, seq)
);
create table history_channel (
    store text not null,
    channel text not null,
    seq bigint not null,
    primary key (store, channel, seq),
    foreign key (store, seq) references history on delete cascade
);
