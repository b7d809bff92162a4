package org.cleanplate.imagej.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.ModelsParameters;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.catalog.ModelEntry;
import org.cleanplate.network.catalog.ModelExport;
import org.cleanplate.progress.Progress;

/** What <em>Models...</em> does to the user's catalogue. */
public final class ModelLibrary {
  private final ModelCatalog catalog;
  private final Consumer<String> log;

  public ModelLibrary(ModelCatalog catalog, Consumer<String> log) {
    this.catalog = catalog;
    this.log = log;
  }

  /**
   * Does the one thing that is asked.
   *
   * @throws org.cleanplate.MattingException if the user has to mend something
   * @throws CancellationException if a download is cancelled; it goes on from there next time
   */
  public void run(ModelsParameters parameters, RunMonitor monitor) {
    if (parameters instanceof ModelsParameters.Import imported) {
      Path file = UserPath.of(imported.file());
      String name =
          imported.name().orElseGet(() -> ResultTitle.stem(file.getFileName().toString()));
      report("Imported", catalog.importModel(file, name));
    } else if (parameters instanceof ModelsParameters.Download download) {
      report("Downloaded", download(download.name(), monitor));
    } else if (parameters instanceof ModelsParameters.Export export) {
      export(export);
    } else {
      list();
    }
  }

  private void export(ModelsParameters.Export wanted) {
    Path file = UserPath.of(wanted.file());
    ModelExport export = ModelExport.of(catalog.open(wanted.model()));
    switch (wanted.format()) {
      case SAFETENSORS -> export.toSafetensors(file);
      case TORCH -> export.toTorch(file);
      case ONNX -> export.toOnnx(file, wanted.onnx().orElseThrow());
    }
    log.accept("Exported " + wanted.model() + " to " + file);
  }

  private void list() {
    log.accept("Models:");
    catalog.list().forEach(entry -> log.accept("  " + describe(entry)));
    log.accept("To download (download=name):");
    catalog.downloads().forEach(file -> log.accept("  " + file.modelName()));
    log.accept("Folder of imported models: " + catalog.userFolder());
  }

  private ModelEntry download(String name, RunMonitor monitor) {
    long startNanos = System.nanoTime();
    return catalog
        .download(
            name,
            (bytes, total) ->
                monitor.progress(
                    new Progress(
                        "Downloading " + name + ", MB",
                        bytes >> 20,
                        total < 0 ? OptionalLong.empty() : OptionalLong.of(total >> 20),
                        Duration.ofNanos(System.nanoTime() - startNanos))),
            monitor.cancellation()::isCancelled)
        .orElseThrow(() -> new CancellationException("Download cancelled"));
  }

  private void report(String done, ModelEntry entry) {
    log.accept(done + " " + describe(entry));
  }

  private static String describe(ModelEntry entry) {
    String origin = entry.origin() == ModelEntry.Origin.BUNDLED ? "bundled" : entry.fileName();
    return String.format(
        Locale.ROOT, "%s (%s, %.1f MB)", entry.name(), origin, entry.sizeBytes() / 1e6);
  }
}
