package org.cleanplate.imagej.run;

import ij.Prefs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cleanplate.engine.LeasePool;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.parameters.ComputeChoice;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.catalog.ModelEntry;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;

/**
 * The engines of this JVM, each opened once and kept, so that a macro that mattes a hundred stacks
 * loads its model once. One that nobody has used for some minutes is closed, which frees its
 * memory; who asks for it again gets a new one. Any thread may ask.
 */
public final class EngineHolder {
  /** Minutes after which an unused engine is closed, until the user chooses another number. */
  public static final int DEFAULT_IDLE_MINUTES = 10;

  /** Comparing a few models loads none of them twice. */
  private static final int KEPT_ENGINES = 3;

  /** A frame of this size costs nothing; what its graph is made with is loaded all the same. */
  private static final FrameFormat WARM_UP = new FrameFormat(64, 64, PixelLayout.BGRA_8);

  private static final String IDLE_PREFERENCE = "cleanplate.engine-idle-minutes";

  private static final LeasePool<Key, Loaded> POOL =
      new LeasePool<>(KEPT_ENGINES, EngineHolder::load, loaded -> loaded.engine().close());

  private EngineHolder() {}

  /** What makes an engine another one: the processor, and the model with the state of its file. */
  private record Key(String model, long fileBytes, long fileModifiedMillis, ComputeChoice compute) {
    static Key of(String modelName, ComputeChoice compute) throws IOException {
      Optional<Path> file = file(ModelCatalog.standard(), modelName);
      return new Key(
          modelName,
          file.isPresent() ? Files.size(file.get()) : 0,
          file.isPresent() ? Files.getLastModifiedTime(file.get()).toMillis() : 0,
          compute);
    }

    String describe() {
      return model + " (" + compute.toText() + ")";
    }
  }

  private record Loaded(MattingEngine engine, String modelSha256) {}

  /**
   * What {@link #release} did.
   *
   * @param closed engines whose memory was freed, in words
   * @param inUse engines that are computing and were left, in words
   */
  public record Released(List<String> closed, List<String> inUse) {}

  /**
   * The engine for a model of the user's catalogue, kept open until it is closed.
   *
   * @param modelName a name in the catalogue or the path of a model file
   * @throws org.cleanplate.MattingException if there is no such model or device
   */
  public static OpenedEngine open(String modelName, ComputeChoice compute) throws IOException {
    LeasePool<Key, Loaded>.Lease lease = POOL.lease(Key.of(modelName, compute));
    return new OpenedEngine(
        lease.value().engine(), lease.value().modelSha256(), () -> giveBack(lease));
  }

  /**
   * Begins to open the engine that most runs use; called when a dialog comes up, so that it is
   * there when the user has filled it in.
   */
  public static void prepare() {
    CompletableFuture.runAsync(
        () -> {
          try (OpenedEngine prepared =
              open(MattingParameters.DEFAULT_MODEL, MattingParameters.DEFAULT.compute())) {
            prepared.engine().open(WARM_UP, MattingOptions.of(Layer.ALPHA_8));
          } catch (IOException e) {
            // Whoever then opens it hears of it.
            return;
          }
        });
  }

  /** Frees an engine: now, or once the run that uses it is over. */
  public static void close(String modelName, ComputeChoice compute) throws IOException {
    POOL.retire(Key.of(modelName, compute));
  }

  /** Frees the engines that nobody uses at this moment. */
  public static Released release() {
    List<Key> closed = POOL.closeUnused(Duration.ZERO);
    return new Released(describe(closed), describe(POOL.lent()));
  }

  /** For how many minutes an engine is kept that nobody uses. */
  public static int idleMinutes() {
    return (int) Prefs.get(IDLE_PREFERENCE, DEFAULT_IDLE_MINUTES);
  }

  /**
   * Chooses {@link #idleMinutes}, in ImageJ's preferences.
   *
   * @param minutes 0 to close an engine as soon as nobody uses it
   */
  public static void keepIdleFor(int minutes) {
    Prefs.set(IDLE_PREFERENCE, minutes);
    closeLater();
  }

  /** The models to choose from, bundled ones first. */
  public static List<String> modelNames() {
    return ModelCatalog.standard().list().stream().map(ModelEntry::name).toList();
  }

  private static Loaded load(Key key) {
    OrtEngine.prepare();
    MattingModel model = ModelCatalog.standard().open(key.model());
    ComputeChoice compute = key.compute();
    return new Loaded(OrtEngine.open(model, compute.device(), compute.precision()), model.sha256());
  }

  private static void giveBack(LeasePool<Key, Loaded>.Lease lease) {
    lease.close();
    closeLater();
  }

  /** The JVM's own timer is used, whose threads hold up nothing. */
  private static void closeLater() {
    Duration unused = Duration.ofMinutes(idleMinutes());
    CompletableFuture.delayedExecutor(unused.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> POOL.closeUnused(unused));
  }

  private static List<String> describe(List<Key> keys) {
    return keys.stream().map(Key::describe).toList();
  }

  /** The file that a name stands for; empty for a bundled model. */
  private static Optional<Path> file(ModelCatalog catalog, String modelName) {
    Optional<Path> imported =
        catalog.list().stream()
            .filter(entry -> entry.origin() == ModelEntry.Origin.USER_FOLDER)
            .filter(entry -> entry.name().equals(modelName) || entry.fileName().equals(modelName))
            .findFirst()
            .map(entry -> catalog.userFolder().resolve(entry.fileName()));
    try {
      return imported.or(() -> Optional.of(Path.of(modelName)).filter(Files::isRegularFile));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
