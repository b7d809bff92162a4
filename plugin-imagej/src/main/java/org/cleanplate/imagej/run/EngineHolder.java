package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.catalog.ModelEntry;

/**
 * The engines of this JVM, each opened once and kept, so that a macro that mattes a hundred stacks
 * loads its model once. Any thread may ask.
 */
public final class EngineHolder {
  private static final Map<Key, OpenedEngine> ENGINES = new HashMap<>();

  private EngineHolder() {}

  /** What makes an engine another one: the device, and the model with the state of its file. */
  private record Key(String model, long fileBytes, long fileModifiedMillis, Device device) {}

  /**
   * The engine for a model of the user's catalogue.
   *
   * @param modelName a name in the catalogue or the path of a model file
   * @throws org.cleanplate.MattingException if there is no such model or device
   */
  public static synchronized OpenedEngine open(String modelName, Device device) throws IOException {
    ModelCatalog catalog = ModelCatalog.standard();
    Optional<Path> file = file(catalog, modelName);
    Key key =
        new Key(
            modelName,
            file.isPresent() ? Files.size(file.get()) : 0,
            file.isPresent() ? Files.getLastModifiedTime(file.get()).toMillis() : 0,
            device);
    OpenedEngine opened = ENGINES.get(key);
    if (opened == null) {
      MattingModel model = catalog.open(modelName);
      opened = new OpenedEngine(OrtEngine.open(model, device), model.sha256());
      ENGINES.put(key, opened);
    }
    return opened;
  }

  /** Frees an engine; who asks for it again gets a new one. */
  public static synchronized void close(OpenedEngine engine) {
    ENGINES.values().remove(engine);
    engine.engine().close();
  }

  /** The models to choose from, bundled ones first. */
  public static List<String> modelNames() {
    return ModelCatalog.standard().list().stream().map(ModelEntry::name).toList();
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
