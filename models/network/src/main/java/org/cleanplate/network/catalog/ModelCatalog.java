package org.cleanplate.network.catalog;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;
import org.cleanplate.NearestName;
import org.cleanplate.Sha256;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.CheckpointFormat;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.WholeFile;

/**
 * The models at hand: those bundled with this program, and those in the user's folder. Any thread
 * may use it; each call looks at the folder anew, so models that are put there by hand are found.
 */
public final class ModelCatalog {
  /** System property that names another folder for the user's models. */
  public static final String FOLDER_PROPERTY = "cleanplate.models";

  private static final URI RELEASE =
      URI.create("https://github.com/PeterL1n/BackgroundMattingV2/releases/download/v1.0.0/");
  private static final Duration STALL_LIMIT = Duration.ofSeconds(60);

  private final BundledModels bundled = new BundledModels();
  private final UserModels user;
  private final URI release;
  private final List<PublishedFile> published;
  private final Downloader downloader;

  /**
   * A catalogue of another folder and another server.
   *
   * @param userFolder the user's models; made when the first one comes in
   * @param release where published files are downloaded from; ends with a slash
   * @param published what can be downloaded there
   * @param stallLimit how long a download waits while no byte comes in
   */
  public ModelCatalog(
      Path userFolder, URI release, List<PublishedFile> published, Duration stallLimit) {
    this.user = new UserModels(userFolder);
    this.release = release;
    this.published = List.copyOf(published);
    this.downloader = new Downloader(stallLimit);
  }

  /** A catalogue of another folder. */
  public ModelCatalog(Path userFolder) {
    this(userFolder, RELEASE, PublishedFile.RELEASE, STALL_LIMIT);
  }

  /**
   * The catalogue of this user: the folder named by {@value #FOLDER_PROPERTY}, else {@code
   * .cleanplate/models} in the home folder.
   */
  public static ModelCatalog standard() {
    String named = System.getProperty(FOLDER_PROPERTY);
    return new ModelCatalog(
        named == null
            ? Path.of(System.getProperty("user.home"), ".cleanplate", "models")
            : Path.of(named));
  }

  /** Where the user's models lie; it may not exist yet. */
  public Path userFolder() {
    return user.folder();
  }

  /** The model to use where the user names none. */
  public String defaultModel() {
    return bundled.list().get(0).name();
  }

  /** The models that {@link #open} knows by name: bundled ones first, then the user's by name. */
  public List<ModelEntry> list() {
    List<ModelEntry> bundledEntries = bundled.list();
    Set<String> taken =
        bundledEntries.stream().map(ModelEntry::name).collect(Collectors.toUnmodifiableSet());
    List<ModelEntry> entries = new ArrayList<>(bundledEntries);
    entries.addAll(user.list(taken));
    return List.copyOf(entries);
  }

  /** The files of the authors' release that {@link #download} can fetch. */
  public List<PublishedFile> downloads() {
    return published;
  }

  /**
   * Reads a model. Weights are read and checked whole; an ONNX file is checked and stays where it
   * is.
   *
   * @param nameOrPath a name of {@link #list}, the name of a file in the user's folder, or the path
   *     of a file anywhere
   * @throws MattingException if there is no such model, naming those there are, or if it cannot be
   *     read
   */
  public MattingModel open(String nameOrPath) {
    Optional<MattingModel> part = bundled.open(nameOrPath);
    if (part.isPresent()) {
      return part.get();
    }
    List<ModelEntry> entries = list();
    return entries.stream()
        .filter(entry -> entry.name().equals(nameOrPath) || entry.fileName().equals(nameOrPath))
        .filter(entry -> entry.origin() == ModelEntry.Origin.USER_FOLDER)
        .findFirst()
        .map(entry -> read(entry.name(), user.folder().resolve(entry.fileName())))
        .or(() -> existing(nameOrPath).map(ModelCatalog::read))
        .orElseThrow(() -> unknown(nameOrPath, entries));
  }

  /**
   * Brings a model into the user's folder: weights of any format become a safetensors file, in half
   * precision only if nothing is lost by it; an ONNX file of the authors' is copied.
   *
   * @param file the file to bring in; it is left as it is
   * @param name what to call it from now on
   * @throws MattingException if the file is no model, the name is taken or cannot be a file's, or
   *     the folder cannot be written to; nothing is left behind then
   */
  public ModelEntry importModel(Path file, String name) {
    requireFree(name);
    Path target = user.folder().resolve(name + extensionFor(file));
    try {
      if (CheckpointFormat.of(file) == CheckpointFormat.ONNX) {
        PublishedOnnxCheck.check(file);
        WholeFile.write(target, temporary -> Files.copy(file, temporary));
      } else {
        ModelImport.convert(file, target, Map.of(), ModelImport::withoutLoss);
      }
    } catch (IOException e) {
      throw new MattingException(
          "Cannot import " + file + " as " + target + ": " + e.getMessage(), e);
    }
    return entry(target);
  }

  /**
   * Refuses a name that {@link #importModel} would refuse.
   *
   * @throws MattingException if the name is taken or cannot be a file's
   */
  public void requireFree(String name) {
    ModelFiles.checkName(name);
    if (list().stream().anyMatch(entry -> entry.name().equalsIgnoreCase(name))) {
      throw new MattingException(
          "There is a model named "
              + name
              + " already: choose another name, or delete the old one");
    }
  }

  /**
   * Downloads a file of the authors' release into the user's folder, where {@link #open} finds it.
   * An earlier attempt that was cut off is continued.
   *
   * @param fileName a file name or model name of {@link #downloads}
   * @param listener hears of the progress
   * @param cancelled asked some times a second; the download stops once it says so
   * @return the model, or empty if it was cancelled
   * @throws MattingException if the name is not among the downloads, the transfer fails, or the
   *     file is not the published one
   */
  public Optional<ModelEntry> download(
      String fileName, TransferListener listener, BooleanSupplier cancelled) {
    PublishedFile wanted =
        published.stream()
            .filter(file -> file.fileName().equals(fileName) || file.modelName().equals(fileName))
            .findFirst()
            .orElseThrow(
                () ->
                    new MattingException(
                        "There is no \""
                            + fileName
                            + "\" to download, only "
                            + published.stream().map(PublishedFile::fileName).toList()));
    return downloader
        .fetch(release.resolve(wanted.fileName()), wanted, user.folder(), listener, cancelled)
        .map(this::entry);
  }

  private static String extensionFor(Path file) {
    return CheckpointFormat.of(file) == CheckpointFormat.ONNX
        ? ModelFiles.ONNX
        : ModelFiles.SAFETENSORS;
  }

  private ModelEntry entry(Path file) {
    String fileName = file.getFileName().toString();
    return list().stream()
        .filter(entry -> entry.fileName().equals(fileName))
        .findFirst()
        .orElseThrow(() -> new MattingException(file + " was deleted while it was brought in"));
  }

  private static MattingModel read(Path file) {
    return read(ModelFiles.stem(file.getFileName().toString()), file);
  }

  private static MattingModel read(String name, Path file) {
    try {
      if (CheckpointFormat.of(file) == CheckpointFormat.ONNX) {
        PublishedOnnxCheck.check(file);
        return new MattingModel.PublishedOnnx(name, Sha256.of(file), file);
      }
      Checkpoint checkpoint = CheckpointReader.read(file);
      return new MattingModel.Network(
          name, Sha256.of(file), checkpoint.architecture(), checkpoint.weights());
    } catch (IOException e) {
      throw new MattingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Optional<Path> existing(String path) {
    try {
      return Optional.of(Path.of(path)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static MattingException unknown(String name, List<ModelEntry> entries) {
    List<String> names = entries.stream().map(ModelEntry::name).toList();
    return new MattingException(
        "There is no model \""
            + name
            + "\", and no file of that path. Did you mean "
            + NearestName.of(name, names)
            + "? There are: "
            + String.join(", ", names));
  }
}
