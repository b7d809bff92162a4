package org.cleanplate.fiji.studio.regions;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.cleanplate.MattingException;
import org.cleanplate.fiji.studio.worker.Daemons;
import org.cleanplate.imagej.run.Failures;

/**
 * Brings garbage mattes to the disc and back on a thread of its own. What is only tried in a
 * preview lies in a temporary folder, which is deleted at the end; what a run or a macro names is
 * kept. Any thread may ask.
 */
public final class RegionKeeper implements AutoCloseable {
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> Daemons.of("regions", task));
  private final Executor listenersThread;

  /** Used by the worker. */
  private Optional<Path> drafts = Optional.empty();

  /**
   * Nothing is written yet.
   *
   * @param listenersThread runs the calls of all takers, one after the other
   */
  public RegionKeeper(Executor listenersThread) {
    this.listenersThread = listenersThread;
  }

  /** Writes a matte for a preview and returns at once. */
  public void draft(
      GarbageMatte matte, ImagePlus image, Consumer<RegionFiles> taker, Consumer<String> failed) {
    work(() -> RegionFiles.save(matte, image, drafts()), taker, failed);
  }

  /** Writes a matte for good and returns at once. */
  public void keep(
      GarbageMatte matte, ImagePlus image, Consumer<RegionFiles> taker, Consumer<String> failed) {
    work(() -> keep(matte, image), taker, failed);
  }

  /** Reads a matte and returns at once. */
  public void load(
      RegionFiles files, ImagePlus image, Consumer<GarbageMatte> taker, Consumer<String> failed) {
    work(() -> files.load(image), taker, failed);
  }

  private Path drafts() throws IOException {
    if (drafts.isEmpty()) {
      drafts = Optional.of(Files.createTempDirectory("cleanplate-painted"));
    }
    return drafts.get();
  }

  private static RegionFiles keep(GarbageMatte matte, ImagePlus image) throws IOException {
    Path folder = RegionFolder.of(image);
    if (folder.equals(RegionFolder.home()) && !Files.exists(folder)) {
      IJ.log("What is painted on images that have no folder is kept in " + folder);
    }
    return RegionFiles.save(matte, image, folder);
  }

  private <T> void work(Callable<T> work, Consumer<T> taker, Consumer<String> failed) {
    worker.execute(
        () -> {
          try {
            T made = work.call();
            tell(() -> taker.accept(made));
          } catch (MattingException | IOException | OutOfMemoryError e) {
            tell(() -> failed.accept(Failures.message(e)));
          } catch (Exception e) {
            IJ.log(Failures.trace(e));
            tell(() -> failed.accept("Internal error, see the Log: " + e));
          }
        });
  }

  /** Nobody listens any more once it is closed. */
  private void tell(Runnable telling) {
    if (!worker.isShutdown()) {
      listenersThread.execute(telling);
    }
  }

  /** Ends the thread and deletes what was only tried. May be called twice. */
  @Override
  public void close() {
    if (!worker.isShutdown()) {
      worker.execute(() -> drafts.ifPresent(RegionKeeper::delete));
      worker.shutdown();
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      IJ.log("Temporary folder " + folder + " was not deleted: " + e.getMessage());
    }
  }
}
