package org.cleanplate.network;

/**
 * The base network (paper, section 4): encoder, pyramid and decoder on the source and the clean
 * plate together.
 */
public final class MattingBase {
  private final Encoder encoder;
  private final Aspp aspp;
  private final Decoder decoder;
  private final int hiddenChannels;

  public MattingBase(Architecture architecture) {
    encoder = Encoder.of(architecture);
    aspp = new Aspp(architecture.asppChannels());
    decoder = new Decoder(architecture.decoderChannels(), architecture.baseOutputChannels());
    hiddenChannels = architecture.hiddenChannels();
  }

  /**
   * Predicts the matte.
   *
   * @param sourceAndPlate 6 channels, 0..1: source red, green, blue, then the plate's
   */
  public <T> CoarseMatte<T> forward(Ops<T> ops, T sourceAndPlate) {
    return predict(ops, features(ops, sourceAndPlate));
  }

  /** All but the last convolution: what {@link #predict} reads. */
  public <T> T features(Ops<T> ops, T sourceAndPlate) {
    EncoderFeatures<T> features = encoder.forward(ops, sourceAndPlate);
    return decoder.features(ops, aspp.forward(ops, features.deepest()), features);
  }

  /** The last convolution, which alone knows of the matte's parts. */
  public <T> CoarseMatte<T> predict(Ops<T> ops, T features) {
    T prediction = decoder.predict(ops, features);
    return new CoarseMatte<>(
        ops.clampToUnit(ops.slice(prediction, 0, 1)),
        ops.slice(prediction, 1, 3),
        ops.clampToUnit(ops.slice(prediction, 4, 1)),
        ops.relu(ops.slice(prediction, Architecture.COARSE_CHANNELS, hiddenChannels)));
  }
}
