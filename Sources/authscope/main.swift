print("authscope")
