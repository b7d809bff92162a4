package org.cleanplate.network.cost;

/**
 * What a part of the network takes for one frame.
 *
 * @param multiplyAdds multiply-adds of its convolutions
 * @param parameterBytes 32-bit parameters read
 * @param activationBytes 32-bit feature maps written
 */
public record Cost(long multiplyAdds, long parameterBytes, long activationBytes) {
  public static final Cost NONE = new Cost(0, 0, 0);

  public Cost plus(Cost other) {
    return new Cost(
        multiplyAdds + other.multiplyAdds,
        parameterBytes + other.parameterBytes,
        activationBytes + other.activationBytes);
  }

  public Cost times(long factor) {
    return new Cost(multiplyAdds * factor, parameterBytes * factor, activationBytes * factor);
  }
}
