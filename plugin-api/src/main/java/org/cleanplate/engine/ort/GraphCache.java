package org.cleanplate.engine.ort;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cleanplate.network.graph.GraphOptions;

/**
 * The compiled graphs of an engine. Each holds native memory for its frame size, so that only the
 * few used last are kept, and one that is computing is never freed. Any thread may use it.
 */
final class GraphCache implements AutoCloseable {

  /** What makes a graph another one: a session's number of threads is fixed. */
  record Key(GraphOptions options, int intraOpThreads) {}

  private final int capacity;
  private final Function<Key, CompiledGraph> compiler;

  /** From the one used longest ago to the one used last. */
  private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param capacity graphs to keep that nobody uses, at least 1
   * @param compiler makes one; called by one thread at a time for each key
   */
  GraphCache(int capacity, Function<Key, CompiledGraph> compiler) {
    this.capacity = capacity;
    this.compiler = compiler;
  }

  /** A graph for as long as its user has not closed this. */
  final class Lease implements AutoCloseable {
    private final Entry entry;
    private final CompiledGraph graph;

    private Lease(Entry entry, CompiledGraph graph) {
      this.entry = entry;
      this.graph = graph;
    }

    CompiledGraph graph() {
      return graph;
    }

    @Override
    public void close() {
      release(entry);
    }
  }

  /** The graph of a key, compiled unless it is at hand. */
  Lease lease(Key key) {
    Entry entry = take(key);
    try {
      return new Lease(entry, entry.compiled());
    } catch (RuntimeException | Error e) {
      release(entry);
      throw e;
    }
  }

  private synchronized Entry take(Key key) {
    Entry entry = entries.computeIfAbsent(key, Entry::new);
    entry.users++;
    return entry;
  }

  private synchronized void release(Entry entry) {
    entry.users--;
    Iterator<Entry> oldestFirst = entries.values().iterator();
    for (int surplus = entries.size() - capacity; surplus > 0 && oldestFirst.hasNext(); ) {
      Entry candidate = oldestFirst.next();
      if (candidate.users == 0) {
        oldestFirst.remove();
        candidate.free();
        surplus--;
      }
    }
  }

  /** Frees all graphs; nobody may be using one. */
  @Override
  public synchronized void close() {
    entries.values().forEach(Entry::free);
    entries.clear();
  }

  /** One graph, compiled by the first who needs it while others wait for it alone. */
  private final class Entry {
    private final Key key;
    private int users;
    private Optional<CompiledGraph> graph = Optional.empty();

    Entry(Key key) {
      this.key = key;
    }

    synchronized CompiledGraph compiled() {
      if (graph.isEmpty()) {
        graph = Optional.of(compiler.apply(key));
      }
      return graph.get();
    }

    synchronized void free() {
      graph.ifPresent(CompiledGraph::close);
    }
  }
}
