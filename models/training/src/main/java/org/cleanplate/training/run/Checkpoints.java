package org.cleanplate.training.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.SafetensorsWriter;
import org.cleanplate.network.weights.SafetensorsWriter.Precision;
import org.cleanplate.network.weights.TensorArchive;

/**
 * The checkpoints in a run folder. One is two files: {@code checkpoint-STEP.safetensors}, a model
 * that can be opened, and {@code checkpoint-STEP.state}, what training goes on from. The state is
 * written last and counts: without it there is no checkpoint. Each file is there whole or not at
 * all, and older checkpoints are deleted only after that.
 */
public final class Checkpoints {
  private static final String PREFIX = "checkpoint-";
  private static final String MODEL = ".safetensors";
  private static final String STATE = ".state";
  private static final Pattern STATE_NAME = Pattern.compile("checkpoint-(\\d{1,9})\\.state");

  private final Path folder;

  /** A model and what training goes on from. */
  public record Saved(Checkpoint model, SavedRun run) {}

  public Checkpoints(Path folder) {
    this.folder = folder;
  }

  /**
   * Saves a checkpoint, then deletes old ones.
   *
   * @param kept how many of the last to keep, this one included
   * @throws MattingException if it cannot be written; those before it are as they were
   */
  public void save(Saved checkpoint, int kept) {
    int step = checkpoint.run.step();
    SafetensorsWriter.write(model(step), checkpoint.model, Precision.SINGLE);
    checkpoint.run.toArchive().write(state(step));
    steps().descendingSet().stream().skip(kept).forEach(this::delete);
  }

  /** Where the model of a checkpoint lies. */
  public Path model(int step) {
    return folder.resolve(PREFIX + step + MODEL);
  }

  private Path state(int step) {
    return folder.resolve(PREFIX + step + STATE);
  }

  /**
   * Reads the last checkpoint that is whole.
   *
   * @param messages hears of those that are not
   * @throws MattingException if there are checkpoints, but none is whole
   */
  public Optional<Saved> latest(Consumer<String> messages) {
    NavigableSet<Integer> steps = steps();
    for (int step : steps.descendingSet()) {
      try {
        return Optional.of(read(step));
      } catch (MattingException e) {
        messages.accept("Checkpoint " + step + " is passed over. " + e.getMessage());
      }
    }
    if (!steps.isEmpty()) {
      throw new MattingException(
          "None of the checkpoints in "
              + folder
              + " can be read, the last of step "
              + steps.last()
              + ": choose another run_folder to begin anew");
    }
    return Optional.empty();
  }

  private Saved read(int step) {
    Checkpoint model = CheckpointReader.read(model(step));
    SavedRun run = SavedRun.of(TensorArchive.read(state(step)));
    if (run.step() != step) {
      throw new MattingException(state(step) + " is of step " + run.step());
    }
    return new Saved(model, run);
  }

  private NavigableSet<Integer> steps() {
    NavigableSet<Integer> steps = new TreeSet<>(Comparator.naturalOrder());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + STATE)) {
      for (Path file : files) {
        Matcher name = STATE_NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          steps.add(Integer.valueOf(name.group(1)));
        }
      }
      return steps;
    } catch (IOException e) {
      throw new MattingException("Cannot list the checkpoints in " + folder, e);
    }
  }

  private void delete(int step) {
    try {
      Files.deleteIfExists(state(step));
      Files.deleteIfExists(model(step));
    } catch (IOException e) {
      throw new MattingException("Cannot delete the old checkpoint " + state(step), e);
    }
  }
}
