package org.cleanplate.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.NearestName;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;

/** The keys {@code start} and {@code architecture} of a plan. */
final class StartKeys {
  /** The word for random weights. */
  private static final String SCRATCH = "scratch";

  /** The word for the architecture of the bundled default. */
  private static final String SLIM = "slim";

  private StartKeys() {}

  private static List<String> architectures() {
    return Stream.concat(Stream.of(SLIM), Arrays.stream(Backbone.values()).map(Backbone::id))
        .toList();
  }

  private static Architecture architecture(String name) {
    if (name.equals(SLIM)) {
      return Architecture.slim();
    }
    return Arrays.stream(Backbone.values())
        .filter(backbone -> backbone.id().equals(name))
        .findFirst()
        .map(backbone -> Architecture.published(backbone, 3))
        .orElseThrow(
            () ->
                new MattingException(
                    "architecture is \""
                        + name
                        + "\". Did you mean "
                        + NearestName.of(name, architectures())
                        + "? There are: "
                        + String.join(", ", architectures())));
  }

  private static String nameOf(Architecture wanted) {
    return architectures().stream()
        .filter(name -> architecture(name).equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No plan can name the architecture " + wanted));
  }

  /** Reads {@code start} and {@code architecture}, which exclude each other. */
  static TrainingStart read(PlanReader in, TrainingStart defaults) {
    Optional<String> start = in.text("start");
    Optional<String> architecture = in.text("architecture");
    if (start.isPresent() && !start.get().equals(SCRATCH)) {
      if (architecture.isPresent()) {
        throw new MattingException(
            "architecture is \""
                + architecture.get()
                + "\", but the model that start names, "
                + start.get()
                + ", has an architecture already: leave one of the two out");
      }
      return new TrainingStart.Model(in.existingPathOrName(start.get()));
    }
    if (architecture.isPresent()) {
      return new TrainingStart.Scratch(architecture(architecture.get()));
    }
    return start.isPresent() ? new TrainingStart.Scratch(Architecture.slim()) : defaults;
  }

  /** The inverse of {@link #read}. */
  static void write(TrainingStart start, PlanWriter out) {
    if (start instanceof TrainingStart.Scratch scratch) {
      out.add("start", SCRATCH);
      out.add("architecture", nameOf(scratch.architecture()));
    } else if (start instanceof TrainingStart.Model model) {
      out.add("start", model.nameOrPath());
    }
  }
}
