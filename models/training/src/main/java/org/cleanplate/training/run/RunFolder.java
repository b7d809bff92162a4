package org.cleanplate.training.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.WholeFile;
import org.cleanplate.training.PlanText;
import org.cleanplate.training.TrainingPlan;

/**
 * The folder of one run, held against other processes until {@link #close}: they would overwrite
 * each other's checkpoints.
 */
public final class RunFolder implements AutoCloseable {
  private static final String PLAN = "plan.properties";
  private static final String LOCK = ".lock";

  /** Keys that may differ when a run goes on: none of them changes what is learnt. */
  private static final Set<String> FREE_KEYS =
      Set.of(
          "run_folder",
          "device",
          "threads",
          "loader_threads",
          "validate_every",
          "validation_samples",
          "patience",
          "checkpoint_every",
          "kept_checkpoints");

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private RunFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes hold of the plan's folder; makes it if it is missing. What a killed run left half-written
   * is deleted.
   *
   * @throws MattingException if it cannot be written to, another run works in it, or it holds a run
   *     of another plan
   */
  public static RunFolder open(TrainingPlan plan) {
    Path folder = plan.runFolder();
    RunFolder held;
    try {
      Files.createDirectories(folder);
      held = lock(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    try {
      held.checkPlan(plan);
      held.deleteHalfWritten();
      WholeFile.write(
          folder.resolve(PLAN), temporary -> Files.writeString(temporary, plan.toText()));
      return held;
    } catch (IOException e) {
      held.close();
      throw unwritable(folder, e);
    } catch (MattingException e) {
      held.close();
      throw e;
    }
  }

  private static RunFolder lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new RunFolder(folder, channel, lock);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw inUse(folder);
    }
    channel.close();
    throw inUse(folder);
  }

  private static MattingException inUse(Path folder) {
    return new MattingException(
        "Another training works in the run folder "
            + folder
            + ": wait until it ends, or choose another run_folder");
  }

  private static MattingException unwritable(Path folder, IOException cause) {
    return new MattingException(
        "The run folder "
            + folder
            + " cannot be written to ("
            + cause.getClass().getSimpleName()
            + "): choose a run_folder that is writable, on a disk with room",
        cause);
  }

  private void checkPlan(TrainingPlan plan) {
    Path file = folder.resolve(PLAN);
    if (!Files.exists(file)) {
      return;
    }
    // Read as a plan first: one that an older version wrote lacks newer keys.
    Map<String, String> before = values(TrainingPlan.of(PlanText.read(file)));
    Map<String, String> now = values(plan);
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    keys.removeAll(FREE_KEYS);
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      String was = before.getOrDefault(key, "nothing");
      String is = now.getOrDefault(key, "nothing");
      if (!was.equals(is)) {
        differences.add(key + " was " + was + " and is " + is);
      }
    }
    if (!differences.isEmpty()) {
      throw new MattingException(
          "The run folder "
              + folder
              + " holds a run of another plan: "
              + String.join("; ", differences)
              + ". Choose another run_folder; to build on that run, name its best.safetensors as"
              + " start");
    }
  }

  private Map<String, String> values(TrainingPlan plan) {
    return PlanText.parse(plan.toText(), folder).values();
  }

  private void deleteHalfWritten() throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (Path leftover : leftovers) {
        Files.deleteIfExists(leftover);
      }
    }
  }

  public Path path() {
    return folder;
  }

  /** A file in it. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new MattingException("Cannot let go of the run folder " + folder, e);
    }
  }
}
