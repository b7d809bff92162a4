package org.cleanplate.fiji.training;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.run.ChosenModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.catalog.ModelEntry;

/**
 * The best model that a run has made so far.
 *
 * @param file of weights
 * @param name after the run folder, fit for the catalogue
 */
record TrainedModel(Path file, String name) {
  /** Is written when the last step is made. */
  static final String OF_DONE_RUN = "model.safetensors";

  private static final String UNFIT = "[^A-Za-z0-9._-]+";

  /** Looks in a run folder: the best by validation, else the last. */
  static Optional<TrainedModel> in(Path runFolder) {
    return Stream.of("best.safetensors", OF_DONE_RUN)
        .map(runFolder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> lastCheckpoint(runFolder))
        .map(file -> new TrainedModel(file, nameOf(runFolder)));
  }

  private static Optional<Path> lastCheckpoint(Path runFolder) {
    if (!Files.isDirectory(runFolder)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(runFolder, "checkpoint-*.safetensors")) {
      return StreamSupport.stream(files.spliterator(), false)
          .max(Comparator.comparingInt(TrainedModel::number));
    } catch (IOException e) {
      throw new MattingException("Cannot list the checkpoints in " + runFolder, e);
    }
  }

  private static int number(Path checkpoint) {
    String digits = checkpoint.getFileName().toString().replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }

  private static String nameOf(Path runFolder) {
    String name = runFolder.getFileName().toString().replaceAll(UNFIT, "-");
    return name.replaceAll("^[^A-Za-z0-9]+", "").isEmpty() ? "trained" : name;
  }

  /**
   * Takes the model over into the catalogue, under a name that is free, and makes it the one that
   * dialogs begin with.
   *
   * @return what it is called there
   */
  String use(ModelCatalog catalog) {
    Set<String> taken = new HashSet<>();
    catalog.list().stream().map(ModelEntry::name).forEach(taken::add);
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + "-" + i;
    }
    String imported = catalog.importModel(file, free).name();
    ChosenModel.choose(imported);
    return imported;
  }
}
