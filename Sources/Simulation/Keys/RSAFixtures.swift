/// RSA keys for simulated servers, known to everybody: key generation cannot be seeded, and a run has
/// to give the same bytes each time. They protect nothing and must never leave the simulation.
enum RSAFixtures {
  static let pems = [first, second]

  private static let first = """
    -----BEGIN RSA PRIVATE KEY-----
    MIIEowIBAAKCAQEAteUq/Gi9/aSfvhoHpqIO9vJhWG1Mg3/nFHiU9Pqshnwn8Ej+
    DvdVUKr0oxL7wvp1/FpoZL9BtITpzaleM6noKF5pe5T4MhKMPji7ievucxavTLwU
    I1kUPMKQMIN3e71ey+71fftA1VEq8ZYJXQbEOC0+9DiBZxsluM1sy0K+RbTGOMXO
    8SFLmKUJXv0Nwxf/srq61JqmGVr9g+zZZhktrMd/qhHMFr50vbqxM0NG4NIoCWwH
    gQ3orPAiMKrG/AYlZoGvkTuGbEe/7pWresM8C2FYPD2fpu2M0Jn2FDhfr2ce1ukM
    M1c+KmpJjug/EWpQg+2QspDIXMx7ppYgt+NIMQIDAQABAoIBAAOk+g9FqiuEgKWH
    P1HOSt2bsqzaFOpUoWJnqjAvtilQaVN+EWHUnximbuU8OVOblMpEaLKUD/Q+T/to
    AjvkkrO0XF7hRvzuCbsd/hIKju0iib7QRti7OY+T/7lmEU/Lt5W2KSp3E2DCBc/q
    BEjFx2kpToldF4QsuWeqpBxMX/+t/FF1ajbj4BGICHF/rSljj+6iGBm+jTgR25Pf
    +wuAKXKG8Mxb50RA9a1Tm7nu+ODcy7mz7kNnU0er78Ykpb1ZiU28DfVlt+zn+xZr
    yyEmRBGlVW8T2ZEVQKswaLkt3UYkyHA2i+N8qKqNo72UrhIizLcCWPyRVTckQ+bq
    b5EzyI0CgYEA9azu4G9/q9a8KtF4XsxYnicYKJbI+nuxnGGlefvZw/HPKn3H5VYB
    LV66ojR5JUjUthzEiiliNmwFEXbuY+mO0K0jFpAUIvogEfudkspZXEEhJ54aIXVd
    xmXGPy+hR8pulwayJmU78vE0Ilhz4BjVWGlXvwBTj1bngN2dYjb0jM8CgYEAvYoQ
    Da/RtnhHYhCvFWqGC/6Zou/1d2mqtfTFtm5K0HgwxTKThTldn34XdkFR9i2Kc/jF
    idtWzVzgN/PVyquYNRZ/3ZRFknLVGf+zqRma7JdME393J0OgPLfD2NJkDj88MEcF
    lx5elwMQjWSy2Cte7fdSk91A6d6yj2uJ9aeiGv8CgYEA0yKrLQFGBOWIU3gwbbBK
    3KiWj5N+6B5T9yTINPyoG0j+lPMCT2tJmbdWyD42ez+LZ3NzyZVlTYYqGOdQW1eH
    IHobtLFgTOsPksTemCAFCk8C8mxi4qxeSjp/VSBXCD7GKk9b3bmU+uYmuvmvpEFT
    YScvfPwH1CGI1ewf7R9zrmsCgYB/jNSG0WXYXJL1HHMmf1wb4Eb1znOq23IlJsaS
    oSA5sFhprEJ4KgWmGk2hqA2HFFiS+Lu+rNt6MeE15iJeVCGGwFBmBazYA+0CpP/7
    cR6/zoVErce6pZjEo4npdJQevlE7z9+kNazEBSzzaeus62rjy0dH+GIBwHr7Zwwd
    Q6UkcwKBgBGjjMX+DvPgZX+K8b37fHe04J6lG7V85MNIsE2Y1hNO0U0j8g04nTXj
    ErfCjEMWxd2+p0zd8g5G8ZRulUBf3XW4pMFrKXRPWk3s8HB7dE9JGe78F8jqAs/0
    g8paJIliokfBClbEopnuVz+UZZYV8HVqjo/uZiTfAEOJ6NJkRCOF
    -----END RSA PRIVATE KEY-----
    """

  private static let second = """
    -----BEGIN RSA PRIVATE KEY-----
    MIIEpQIBAAKCAQEAwl8+87tfl4ztVSQCA+pWfIULUzzdiDwhECEiF9B/jH6NSgjl
    LkwbhktTCEa2waEHLxduaJlE1D9RH3OkwG1ezwxec7hVAQMZqmIvO+U3NEwEC/TL
    MmFMrJ2xHLGo+mUmZwT8DBeDpJkTUZSwMWl5WwIX/LPBlZ0ErYIktbPgVBJQ4Tlv
    XUsEKoGFwazNy6UeUPQ9URgVf0mZxGaTIEgiGsVOfIC10e3FnGiTklbGIJnJzhjU
    aID4H6s5ku5geOdWb/MrE+29pfP0sinnh20g2aRGktE8Pw3ksChkxeBxFEmnGuZZ
    gj56aRm0Fx3W/MViTnj0byRjXfDgJRqa/d2FtQIDAQABAoIBAAyK4uANdkSsRmBZ
    G3wvMfeFCk8LvWveHXASA0YwIRrqy6k8W7WaGaiX0brV/VMPVgxW4bwEL+nWUCDM
    cJQuOpD3xlyHR4zyK0TQYyXlS6OnSBeRa09L8gutfVFRsYq+3jSFoNIS7l6/tfxs
    sNXvbXJO90dKPjKuWC/uFvpWqiIik5d6PKmChEuTOJcaAIWYIlJNqZY9SJcflR26
    njYrduAHtsy/O0SXRn2imESB2odXll1ghdK8/q+p/uJXzSNbK2rPjKqLS+4drdfp
    Kcq3H2+NKZWOsy3YOTzig/+LQKc6Ivz/MLLL3rPXyLz68ezW6paMdUYdSgIhUIBJ
    39A/WeECgYEA7Ut7d/rN7x2/J+G/yX59MZxzZZs6MU0TcNw1pZOMJrM0a0KjzOmi
    lqzppkYMsoiUB+RUnIkZCNMLA3xj1wQR33JlrxdTTSvaqmPTdOdkUA+qQD3ZQoU/
    C9tgJ0y07rUNW1QHtH/fS15GretCqp+84sZL8KM/7T4+WWbv9ZXUP4kCgYEA0bGZ
    Jylk0dnhDDG7hb+WOTGwfWYmmoBKXSEcDBJp9IjDgTFi3xyQAYpG8EINPL7Rabd4
    HUhDOaf90yeChGwopx3RzH3oMoZ4see7QWsC70HrbX/ezyMdDW3T/aqcg9s5A5yb
    G0tXhram631qSEhmivHdubpsqAoRKfe2SvXrPc0CgYEA6NOqFqPYUWi/eXMwCZT5
    Y6cdNrGi3GLC03bNkGOAHSyyHxfovhLzO6H3MvUCWl5V2JR5TIncLWNdKBNxprPQ
    kYyeJrjdPBfuWkbOYKL1MvTb2GKW/ITewlSCOK0zzg+JRnXhhYH95uZetSDjbaSD
    4YItWrPi8nWjGXc9tJpJAfkCgYEArt55RuRJNIuLFn0+0Znk8AtVEC4o0T1dRm6/
    Ef4lKA0JZOrHdiI+oVosMF4U5eyHfK7I1zqU/TbwAK/5Mu9zs3G1rN/uzHvBmTMT
    wMk56EbDy0wQhhLVPoaxe+BUp80grbdizg81jZ0ydD3hbSgbg5GSAznJNRU4HRR7
    i+Wq6J0CgYEAkOo1gwJpdqZbbPLZkUCHSn7Y+RnYWg86lBbX9C6dsa9yxJv8qyCV
    /iL/+8v9UZG5Yb2e+vp4TkNNhb/0SZraABdfgNhBiMEExtc9J1j8xBvLWfvPHstg
    sdHF7w2QB2hoT3lFWImkCqJlnQ22YxV8QZqbQUYurlQbtVIAcAiOQUw=
    -----END RSA PRIVATE KEY-----
    """
}
