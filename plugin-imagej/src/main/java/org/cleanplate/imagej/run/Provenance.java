package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.job.JobReport;

/**
 * What a result was made with, as properties of its image; a TIFF saved by ImageJ keeps them.
 *
 * @param properties by key, {@code cleanplate.} before each
 */
record Provenance(Map<String, String> properties) {

  static Provenance of(
      JobReport report,
      Map<String, String> plate,
      String modelSha256,
      Levels levels,
      String macro) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("version", Version.current());
    properties.put("model", report.modelName());
    properties.put("sha256", modelSha256);
    properties.put("device", report.device());
    report.fallback().ifPresent(reason -> properties.put("fallback", reason));
    properties.put("plate", report.plate());
    properties.putAll(plate);
    if (!levels.equals(Levels.FULL_RANGE)) {
      properties.put("levels", levels.black() + ".." + levels.white());
    }
    properties.put("options", macro);
    return new Provenance(properties);
  }

  void attach(ImagePlus image) {
    properties.forEach((key, value) -> image.setProp("cleanplate." + key, value));
  }
}
