package dev.shardwright.dialect;

import java.math.BigInteger;

/** A whole-number type of a server: its name, its width in bits and whether it has a sign. */
public record IntegerType(String name, int bits, boolean unsigned) {

  public BigInteger min() {
    return unsigned ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(bits - 1).negate();
  }

  public BigInteger max() {
    return BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1).subtract(BigInteger.ONE);
  }
}
