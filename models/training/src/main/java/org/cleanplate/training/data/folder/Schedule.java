package org.cleanplate.training.data.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * The order in which entries are read: each epoch gives every item once, in another order. Items of
 * one entry follow each other, as a video must be decoded from its start, but {@value #LANES}
 * entries take turns, so that a batch is of several.
 */
final class Schedule {
  private static final int LANES = 8;

  private final List<Integer> itemsOfEntry;
  private final long seed;
  private final int length;
  private final AtomicReference<Epoch> latest = new AtomicReference<>();

  Schedule(List<Integer> itemsOfEntry, long seed) {
    this.itemsOfEntry = itemsOfEntry;
    this.seed = seed;
    this.length = itemsOfEntry.stream().mapToInt(Integer::intValue).sum();
  }

  int length() {
    return length;
  }

  Item at(long number) {
    long wanted = number / length;
    Epoch epoch = latest.get();
    if (epoch == null || epoch.number != wanted) {
      epoch = new Epoch(wanted, order(Dice.of(seed, wanted)));
      latest.set(epoch);
    }
    return epoch.order.get((int) (number % length));
  }

  private List<Item> order(Dice dice) {
    List<Integer> entries = shuffled(dice);
    List<List<Item>> lanes = new ArrayList<>();
    for (int lane = 0; lane < LANES; lane++) {
      lanes.add(new ArrayList<>());
    }
    for (int entry : entries) {
      List<Item> shortest = lanes.get(0);
      for (List<Item> lane : lanes) {
        shortest = lane.size() < shortest.size() ? lane : shortest;
      }
      for (int index = 0; index < itemsOfEntry.get(entry); index++) {
        shortest.add(new Item(entry, index));
      }
    }
    return interleaved(lanes);
  }

  private List<Item> interleaved(List<List<Item>> lanes) {
    List<Item> order = new ArrayList<>(length);
    for (int turn = 0; order.size() < length; turn++) {
      for (List<Item> lane : lanes) {
        if (turn < lane.size()) {
          order.add(lane.get(turn));
        }
      }
    }
    return order;
  }

  private List<Integer> shuffled(Dice dice) {
    List<Integer> entries = new ArrayList<>();
    for (int i = 0; i < itemsOfEntry.size(); i++) {
      int place = dice.below(i + 1);
      entries.add(i);
      entries.set(i, entries.get(place));
      entries.set(place, i);
    }
    return entries;
  }

  /**
   * One picture.
   *
   * @param entry whose
   * @param index which of it
   */
  record Item(int entry, int index) {}

  private record Epoch(long number, List<Item> order) {}
}
