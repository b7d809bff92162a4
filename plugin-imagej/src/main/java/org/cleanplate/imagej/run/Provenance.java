package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.job.JobReport;

/**
 * What a result was made with: properties of its image, which a TIFF saved by ImageJ keeps, and a
 * note beside its file.
 *
 * @param properties by key
 */
record Provenance(Map<String, String> properties) {

  static Provenance of(
      JobReport report,
      Map<String, String> plate,
      String modelSha256,
      String levels,
      String options) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("version", Version.current());
    properties.put("model", report.modelName());
    properties.put("sha256", modelSha256);
    properties.put("device", report.device());
    report.fallback().ifPresent(reason -> properties.put("fallback", reason));
    properties.put("plate", report.plate());
    properties.putAll(plate);
    if (!levels.isEmpty()) {
      properties.put("levels", levels);
    }
    properties.put("options", options);
    properties.put("frames", Long.toString(report.frames()));
    if (!report.notes().isEmpty()) {
      properties.put("notes", String.join("; ", report.notes()));
    }
    properties.put("date", OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return new Provenance(properties);
  }

  /** What is known before the first frame, in one line for the files themselves. */
  static String summary(OpenedEngine opened, String options) {
    MattingEngine engine = opened.engine();
    return "Cleanplate "
        + Version.current()
        + "; model "
        + engine.modelName()
        + ", sha256 "
        + opened.modelSha256()
        + "; "
        + engine.device()
        + engine.fallback().map(reason -> ", because " + reason).orElse("")
        + "; "
        + options;
  }

  void attach(ImagePlus image) {
    properties.forEach((key, value) -> image.setProp("cleanplate." + key, value));
  }
}
