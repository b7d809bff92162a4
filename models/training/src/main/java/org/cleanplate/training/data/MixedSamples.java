package org.cleanplate.training.data;

import java.io.IOException;
import java.util.List;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * Several sources, each as often as its weight says. Over every {@value #CYCLE} samples the shares
 * are kept as exactly as they can; each source sees numbers without a gap, so that epochs and
 * videos are read in their order. As thread-safe as its sources, which it closes.
 */
public final class MixedSamples implements SampleSource {
  private static final int CYCLE = 100;

  private final List<Part> parts;
  private final int[] partOfSlot = new int[CYCLE];
  private final int[] rankOfSlot = new int[CYCLE];
  private final int[] slotsOfPart;

  /**
   * A mixture.
   *
   * @param parts at least one, with weights over 0
   * @param seed of the order within a cycle
   */
  public MixedSamples(List<Part> parts, long seed) {
    this.parts = List.copyOf(parts);
    slotsOfPart = new int[parts.size()];
    double total = parts.stream().mapToDouble(Part::weight).sum();
    if (!(total > 0) || parts.stream().anyMatch(part -> !(part.weight() > 0))) {
      throw new IllegalArgumentException("Weights " + parts + ", expected all over 0");
    }
    double filled = 0;
    int slot = 0;
    for (int part = 0; part < parts.size(); part++) {
      filled += parts.get(part).weight() / total * CYCLE;
      while (slot < Math.round(filled)) {
        partOfSlot[slot++] = part;
      }
    }
    shuffle(Dice.of(seed));
    for (int i = 0; i < CYCLE; i++) {
      rankOfSlot[i] = slotsOfPart[partOfSlot[i]]++;
    }
  }

  @Override
  public TrainingSample draw(long number, int width, int height) throws IOException {
    int slot = (int) (number % CYCLE);
    int part = partOfSlot[slot];
    long own = number / CYCLE * slotsOfPart[part] + rankOfSlot[slot];
    return parts.get(part).source().draw(own, width, height);
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.source().close();
    }
  }

  private void shuffle(Dice dice) {
    for (int i = CYCLE - 1; i > 0; i--) {
      int other = dice.below(i + 1);
      int kept = partOfSlot[i];
      partOfSlot[i] = partOfSlot[other];
      partOfSlot[other] = kept;
    }
  }

  /**
   * A source and how often it is drawn from, relative to the others.
   *
   * @param source of samples
   * @param weight over 0
   */
  public record Part(SampleSource source, double weight) {}
}
