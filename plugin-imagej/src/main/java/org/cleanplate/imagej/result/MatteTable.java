package org.cleanplate.imagej.result;

import ij.measure.Calibration;
import ij.measure.ResultsTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cleanplate.matte.FrameMeasurement;
import org.cleanplate.matte.Outliers;
import org.cleanplate.output.OutputFile;

/** One row for each frame of a run, as a table of ImageJ or a CSV file. Used by one thread. */
public final class MatteTable {
  private final Calibration calibration;
  private final String device;
  private final List<Row> rows = new ArrayList<>();

  /** A frame and what it measures. */
  private record Row(
      FramePlace place, FrameMeasurement measurement, Map<String, Double> plateFigures) {}

  /** A column with the value of a row, or a text. */
  private record Column(String heading, Value value) {}

  private interface Value {
    /** A {@link Double}, {@link Integer} or {@link String}. */
    Object of(Row row, String outlier);
  }

  /**
   * An empty table.
   *
   * @param calibration of the source, for areas and positions
   * @param device what computes
   */
  public MatteTable(Calibration calibration, String device) {
    this.calibration = calibration;
    this.device = device;
  }

  /**
   * Adds a frame.
   *
   * @param plateFigures what was found of its plate, by column
   */
  public void add(
      FramePlace place, FrameMeasurement measurement, Map<String, Double> plateFigures) {
    rows.add(new Row(place, measurement, plateFigures));
  }

  private List<Column> columns() {
    double pixelArea = calibration.pixelWidth * calibration.pixelHeight;
    String unit = calibration.getUnit().replaceAll("\\s+", "_");
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Frame", (row, outlier) -> row.place.frame()));
    if (rows.stream().anyMatch(row -> row.place.channel() > 1)) {
      columns.add(new Column("Channel", (row, outlier) -> row.place.channel()));
    }
    if (rows.stream().map(row -> row.place.slice()).distinct().count() > 1) {
      columns.add(new Column("Slice", (row, outlier) -> row.place.slice()));
    }
    columns.add(new Column("Time_s", (row, outlier) -> row.measurement.timeMicros() / 1e6));
    columns.add(new Column("Coverage", (row, outlier) -> row.measurement.coverage()));
    columns.add(
        new Column("Area_" + unit + "^2", (row, o) -> row.measurement.areaPixels() * pixelArea));
    columns.add(new Column("Parts", (row, outlier) -> row.measurement.components()));
    columns.add(new Column("X_" + unit, (row, o) -> calibration.getX(row.measurement.centroidX())));
    columns.add(new Column("Y_" + unit, (row, o) -> calibration.getY(row.measurement.centroidY())));
    columns.add(new Column("Mean_error", (row, outlier) -> row.measurement.meanError()));
    columns.add(new Column("Refined", (row, outlier) -> row.measurement.refinedShare()));
    columns.add(new Column("Change", (row, outlier) -> row.measurement.change()));
    columns.add(new Column("Plate_residual", (row, outlier) -> row.measurement.plateResidual()));
    rows.stream()
        .flatMap(row -> row.plateFigures.keySet().stream())
        .distinct()
        .sorted()
        .forEach(figure -> columns.add(plateColumn(figure)));
    columns.add(new Column("Out_of_range", (row, outlier) -> row.measurement.outOfRange()));
    columns.add(new Column("Milliseconds", (row, outlier) -> row.measurement.computeMillis()));
    columns.add(new Column("Device", (row, outlier) -> device));
    columns.add(new Column("Outlier", (row, outlier) -> outlier));
    return columns;
  }

  private static Column plateColumn(String figure) {
    return new Column(
        figure.replace(' ', '_'),
        (row, outlier) -> row.plateFigures.getOrDefault(figure, Double.NaN));
  }

  private List<String> outliers() {
    return Outliers.reasons(rows.stream().map(Row::measurement).toList());
  }

  /** How many frames stand out. */
  public long outlierCount() {
    return outliers().stream().filter(reason -> !reason.isEmpty()).count();
  }

  /** The largest share of a frame's samples outside black..white, 0..1. */
  public double outOfRange() {
    return rows.stream().mapToDouble(row -> row.measurement.outOfRange()).max().orElse(0);
  }

  /** A new table of ImageJ, not shown. */
  public ResultsTable toResultsTable() {
    ResultsTable table = new ResultsTable();
    table.setPrecision(4);
    List<Column> columns = columns();
    List<String> outliers = outliers();
    for (int i = 0; i < rows.size(); i++) {
      table.incrementCounter();
      for (Column column : columns) {
        Object value = column.value.of(rows.get(i), outliers.get(i));
        if (value instanceof Number number) {
          table.addValue(column.heading, number.doubleValue());
        } else {
          table.addValue(column.heading, value.toString());
        }
      }
    }
    return table;
  }

  /** Writes the table as CSV with full precision; the file has its name only when it is whole. */
  public void writeCsv(Path file) throws IOException {
    List<Column> columns = columns();
    List<String> outliers = outliers();
    try (OutputFile output = OutputFile.create(file)) {
      try (BufferedWriter text =
              Files.newBufferedWriter(output.temporary(), StandardCharsets.UTF_8);
          CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
        csv.printRecord(columns.stream().map(Column::heading));
        for (int i = 0; i < rows.size(); i++) {
          Row row = rows.get(i);
          String outlier = outliers.get(i);
          csv.printRecord(columns.stream().map(column -> column.value.of(row, outlier)));
        }
      }
      output.moveToTarget();
    }
  }
}
