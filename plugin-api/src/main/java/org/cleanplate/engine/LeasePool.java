package org.cleanplate.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Things that are expensive to open and to keep, such as graphs and engines: each is opened once
 * and lent to all who ask for it. Of those that nobody uses only the few used last are kept, and
 * one that is lent is never closed. Any thread may use it; who waits for one to be opened holds up
 * nobody who wants another.
 *
 * @param <K> what makes one thing another
 * @param <V> the things
 */
public final class LeasePool<K, V> implements AutoCloseable {
  private final int capacity;
  private final Function<K, V> opener;
  private final Consumer<V> closer;
  private final LongSupplier nanoClock;

  /** From the one used longest ago to the one used last. */
  private final Map<K, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param capacity how many to keep, at least 1; only lent ones are kept beyond it
   * @param opener opens one; called by one thread at a time for each key
   * @param closer closes one, once
   */
  public LeasePool(int capacity, Function<K, V> opener, Consumer<V> closer) {
    this(capacity, opener, closer, System::nanoTime);
  }

  LeasePool(int capacity, Function<K, V> opener, Consumer<V> closer, LongSupplier nanoClock) {
    this.capacity = capacity;
    this.opener = opener;
    this.closer = closer;
    this.nanoClock = nanoClock;
  }

  /** Something of the pool, open until this is closed. May be closed twice. */
  public final class Lease implements AutoCloseable {
    private final Entry entry;
    private final V value;
    private boolean ended;

    private Lease(Entry entry, V value) {
      this.entry = entry;
      this.value = value;
    }

    /** What is lent; not to be used after {@link #close}. */
    public V value() {
      return value;
    }

    @Override
    public void close() {
      synchronized (this) {
        if (ended) {
          return;
        }
        ended = true;
      }
      giveBack(entry);
    }
  }

  /** Lends what belongs to a key, opened unless it is at hand; the opener's exceptions pass. */
  public Lease lease(K key) {
    Entry entry = take(key);
    try {
      return new Lease(entry, entry.open());
    } catch (RuntimeException | Error e) {
      giveBack(entry);
      throw e;
    }
  }

  /** The keys of what is lent at this moment. */
  public synchronized List<K> lent() {
    return entries.values().stream().filter(e -> e.users > 0).map(e -> e.key).toList();
  }

  /**
   * Closes what nobody has used for a time.
   *
   * @param unused at least how long; zero for all that is not lent
   * @return the keys of what was closed
   */
  public List<K> closeUnused(Duration unused) {
    long now = nanoClock.getAsLong();
    return close(
        removeAll(entry -> entry.users == 0 && now - entry.idleSinceNanos >= unused.toNanos()));
  }

  /** Closes what belongs to a key: now, or once it is given back if it is lent. */
  public void retire(K key) {
    List<Entry> unused;
    synchronized (this) {
      Optional<Entry> entry = Optional.ofNullable(entries.remove(key));
      entry.ifPresent(found -> found.retired = true);
      unused = entry.filter(found -> found.users == 0).stream().toList();
    }
    close(unused);
  }

  /** Closes everything; nobody may be using any of it. */
  @Override
  public void close() {
    close(removeAll(entry -> true));
  }

  private synchronized Entry take(K key) {
    Entry entry = entries.computeIfAbsent(key, Entry::new);
    entry.users++;
    return entry;
  }

  private void giveBack(Entry entry) {
    List<Entry> unwanted = new ArrayList<>();
    synchronized (this) {
      entry.users--;
      entry.idleSinceNanos = nanoClock.getAsLong();
      if (entry.retired && entry.users == 0) {
        unwanted.add(entry);
      }
      for (Entry oldest : List.copyOf(entries.values())) {
        if (entries.size() > capacity && oldest.users == 0) {
          entries.remove(oldest.key);
          unwanted.add(oldest);
        }
      }
    }
    close(unwanted);
  }

  private synchronized List<Entry> removeAll(Predicate<Entry> which) {
    List<Entry> removed = entries.values().stream().filter(which).toList();
    entries.values().removeAll(removed);
    return removed;
  }

  private List<K> close(List<Entry> removed) {
    removed.forEach(Entry::close);
    return removed.stream().map(entry -> entry.key).toList();
  }

  /** One thing, opened by the first who needs it while others wait for it alone. */
  private final class Entry {
    private final K key;
    private int users;
    private long idleSinceNanos;
    private boolean retired;
    private Optional<V> value = Optional.empty();

    Entry(K key) {
      this.key = key;
    }

    synchronized V open() {
      if (value.isEmpty()) {
        value = Optional.of(opener.apply(key));
      }
      return value.get();
    }

    synchronized void close() {
      value.ifPresent(closer);
      value = Optional.empty();
    }
  }
}
