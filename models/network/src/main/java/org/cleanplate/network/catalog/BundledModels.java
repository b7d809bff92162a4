package org.cleanplate.network.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.cleanplate.MattingException;
import org.cleanplate.Sha256;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.CheckpointReader;

/**
 * The models that are part of this program. {@code index.properties} beside them holds {@code
 * models}, their names separated by commas, and for each {@code NAME.file}, {@code NAME.size} and
 * {@code NAME.sha256}.
 */
final class BundledModels {
  private static final String FOLDER = "/org/cleanplate/weights/";

  private final List<Bundled> models;

  /** A line of the index. */
  private record Bundled(ModelEntry entry, String sha256) {}

  BundledModels() {
    Properties index = index();
    this.models =
        Arrays.stream(index.getProperty("models", "").split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> bundled(index, name))
            .toList();
  }

  /** In the order of the index: the first is the default. */
  List<ModelEntry> list() {
    return models.stream().map(Bundled::entry).toList();
  }

  /** The model of that name, read and verified. */
  Optional<MattingModel> open(String name) {
    return models.stream()
        .filter(model -> model.entry().name().equals(name))
        .findFirst()
        .map(BundledModels::read);
  }

  private static MattingModel read(Bundled model) {
    String fileName = model.entry().fileName();
    byte[] bytes;
    try (InputStream in = BundledModels.class.getResourceAsStream(FOLDER + fileName)) {
      if (in == null) {
        throw damaged(fileName + " is missing");
      }
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new MattingException("Cannot read the bundled model " + fileName, e);
    }
    String sha256 = Sha256.of(bytes);
    if (!sha256.equals(model.sha256())) {
      throw damaged(fileName + " has the SHA-256 " + sha256 + ", expected " + model.sha256());
    }
    Checkpoint checkpoint = CheckpointReader.readSafetensors(bytes, fileName);
    return new MattingModel.Network(
        model.entry().name(), sha256, checkpoint.architecture(), checkpoint.weights());
  }

  private static Bundled bundled(Properties index, String name) {
    return new Bundled(
        new ModelEntry(
            name,
            ModelEntry.Origin.BUNDLED,
            value(index, name + ".file"),
            Long.parseLong(value(index, name + ".size"))),
        value(index, name + ".sha256"));
  }

  private static Properties index() {
    Properties index = new Properties();
    try (InputStream in = BundledModels.class.getResourceAsStream(FOLDER + "index.properties")) {
      if (in == null) {
        throw damaged("its list of bundled models is missing");
      }
      index.load(in);
    } catch (IOException e) {
      throw new MattingException("Cannot read the list of bundled models", e);
    }
    return index;
  }

  private static String value(Properties index, String key) {
    String value = index.getProperty(key);
    if (value == null) {
      throw damaged("its list of bundled models lacks " + key);
    }
    return value.strip();
  }

  private static MattingException damaged(String how) {
    return new MattingException("This installation is damaged: " + how + ". Install it again");
  }
}
