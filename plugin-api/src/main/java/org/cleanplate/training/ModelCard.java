package org.cleanplate.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.weights.FloatTensor;

/**
 * What a run says about the model it made, as Markdown for the run folder: architecture, data,
 * steps, hours, curves, quality, digest, and how to make it again. Nothing in it but what the run
 * itself has written.
 *
 * @param plan what was asked for
 * @param report what came of it
 * @param name what the model is called
 */
public record ModelCard(TrainingPlan plan, TrainingReport report, String name) {
  private static final double SECONDS_PER_HOUR = 3600;

  /**
   * The text.
   *
   * @throws MattingException if the model or a table of the run cannot be read
   */
  public String toMarkdown() {
    Path model = model();
    MattingModel.Network network =
        (MattingModel.Network) ModelCatalog.standard().open(model.toString());
    return """
        # %s

        | | |
        |---|---|
        | Task | background matting: alpha and foreground of the subject, from a frame and its clean plate |
        | Method | *Real-Time High-Resolution Background Matting*, Lin et al., CVPR 2021 |
        | Architecture | %s |
        | Parameters | %s |
        | Data | %s |
        | Stage | %s, starting from %s |
        | Steps | %d of %d, batches of %d |
        | Time | %.2f hours in all, on %s |
        | Ended | %s |
        | File | `%s`, %d bytes |
        | SHA-256 | `%s` |

        ## Curves

        ![Losses](loss.png)
        ![Validation](validation.png)

        ## Quality

        %s

        ## How it was made

        The same plan in an empty run folder makes it again, in ImageJ by

        ```
        run("Train Model...", "plan=plan.properties");
        ```

        ```
        %s```
        """
        .formatted(
            name,
            architecture(network),
            parameters(network),
            data(),
            plan.stage().id(),
            start(),
            report.steps(),
            plan.schedule().steps(),
            plan.schedule().batchSize(),
            hours(),
            report.device(),
            outcome(),
            model.getFileName(),
            size(model),
            network.sha256(),
            quality(),
            plan.toText());
  }

  /** The best model by validation if there is one, else the last. */
  public Path model() {
    Path best = plan.runFolder().resolve("best.safetensors");
    return report.best().isPresent() && Files.isRegularFile(best) ? best : report.model();
  }

  private static String architecture(MattingModel.Network network) {
    return network.architecture().toMetadata().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String parameters(MattingModel.Network network) {
    long count = 0;
    for (Map.Entry<String, FloatTensor> tensor : network.weights().asMap().entrySet()) {
      count += tensor.getKey().contains(".running_") ? 0 : tensor.getValue().values().length;
    }
    return String.format(Locale.ROOT, "%,d", count);
  }

  private String data() {
    double generated = plan.data().proceduralShare();
    String share = String.format(Locale.ROOT, "%.0f %% generated", generated * 100);
    return plan.data()
        .folders()
        .map(folders -> share + ", the others from " + folders.subjects() + heldOut())
        .orElse(share + ", no photograph and no data set");
  }

  private String heldOut() {
    return String.format(
        Locale.ROOT, ", %.0f %% of it held out to validate on", plan.data().heldOutShare() * 100);
  }

  private String start() {
    return plan.start() instanceof TrainingStart.Model started
        ? "`" + started.nameOrPath() + "`"
        : "random weights";
  }

  /** The time column starts anew each time a run goes on. */
  private double hours() {
    double[] seconds = RunTable.read(plan.runFolder().resolve("curve.csv")).column("seconds");
    double sum = 0;
    for (int i = 0; i < seconds.length; i++) {
      boolean sessionEnds = i + 1 == seconds.length || seconds[i + 1] < seconds[i];
      sum += sessionEnds ? seconds[i] : 0;
    }
    return sum / SECONDS_PER_HOUR;
  }

  private String outcome() {
    return switch (report.outcome()) {
      case COMPLETED -> "after its last step";
      case STOPPED_EARLY -> "early, as validations no longer became better";
      case CANCELLED -> "unfinished: it was cancelled, and can go on";
    };
  }

  private String quality() {
    Optional<ValidationResult> best = report.best();
    if (best.isEmpty()) {
      return "There was no validation in so few steps.";
    }
    ValidationResult result = best.get();
    String picture =
        Files.isRegularFile(result.picture())
            ? "\n\nFrame, plate, true alpha, found alpha; failures are shown as they are:\n\n"
                + "![Validation samples]("
                + result.picture().getFileName()
                + ")"
            : "";
    return String.format(
            Locale.ROOT,
            "Best after %d steps: mean absolute difference of alpha %.2f thousandths, mean squared"
                + " %.2f, on %d samples never trained on, of the same kind as those that were."
                + " How good it is on photographs, `Evaluate Matting...` tells.",
            result.step(),
            result.meanAbsoluteDifference() * 1000,
            result.meanSquaredDifference() * 1000,
            plan.milestones().validationSamples())
        + picture;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new MattingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
