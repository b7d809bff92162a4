package org.cleanplate.samples;

import ai.onnx.proto.OnnxMl;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that must be refused. */
final class Fixtures {
  private Fixtures() {}

  /** A picture of one colour. */
  static void picture(Path file, int width, int height) {
    ColorProcessor pixels = new ColorProcessor(width, height);
    pixels.setColor(0x808080);
    pixels.fill();
    new FileSaver(new ImagePlus("", pixels)).saveAsPng(file.toString());
  }

  /** The first half of a file. */
  static void firstHalf(Path whole, Path half) throws IOException {
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
  }

  /** A PyTorch checkpoint that holds one long tensor of zeros. */
  static void checkpoint(Path file) throws IOException {
    writeCheckpoint(file, "}.", 1 << 16);
  }

  /** A PyTorch checkpoint that runs a shell command in a careless reader. */
  static void hostileCheckpoint(Path file, String shellCommand) throws IOException {
    writeCheckpoint(file, "cos\nsystem\n(S'" + shellCommand + "'\ntR.", 16);
  }

  private static void writeCheckpoint(Path file, String pickle, int dataBytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      store(zip, "archive/data.pkl", pickle.getBytes(StandardCharsets.US_ASCII));
      store(zip, "archive/version", "3\n".getBytes(StandardCharsets.US_ASCII));
      store(zip, "archive/data/0", new byte[dataBytes]);
    }
  }

  /** PyTorch does not compress. */
  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** A valid ONNX model that is no matting model: it hands its one input through. */
  static void otherOnnx(Path file) throws IOException {
    OnnxMl.GraphProto graph =
        OnnxMl.GraphProto.newBuilder()
            .setName("other")
            .addInput(image("picture"))
            .addOutput(image("label"))
            .addNode(
                OnnxMl.NodeProto.newBuilder()
                    .setOpType("Identity")
                    .addInput("picture")
                    .addOutput("label"))
            .build();
    OnnxMl.ModelProto model =
        OnnxMl.ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(17))
            .setGraph(graph)
            .build();
    Files.write(file, model.toByteArray());
  }

  private static OnnxMl.ValueInfoProto image(String name) {
    OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder();
    for (long size : new long[] {1, 3, 240, 320}) {
      shape.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(size));
    }
    OnnxMl.TypeProto.Tensor type =
        OnnxMl.TypeProto.Tensor.newBuilder()
            .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape)
            .build();
    return OnnxMl.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
